import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import t from 'tap'
import { initialise } from '../../../server/domain/initialise.ts'
import { SHEET_HEADING, sheetLines } from '../../../server/seed/csv-lines.ts'
import { generateHouseholds } from '../../../server/seed/generate.ts'
import { makePlaces } from '../../../server/seed/places.ts'
import { planFor } from '../../../server/seed/proportions.ts'
import { killedImport, openFolder } from '../../support/killed-import.ts'

t.test('an import that is killed again and again takes each row exactly once', async t => {
  const dir = t.testdir()
  const dataDir = join(dir, 'data')
  const plan = planFor(0.02)
  const runtime = await openFolder(dataDir)
  await initialise(runtime.ctx, { name: '测试街道', nameEn: 'Test' })
  await makePlaces(runtime.ctx, plan)
  await runtime.close()
  const file = join(dir, 'list.csv')
  const out = createWriteStream(file)
  out.write(SHEET_HEADING)
  const doors = new Set<string>()
  let rows = 0
  for (const household of generateHouseholds(plan, 5)) {
    const lines = sheetLines(household)
    rows += lines.length
    if (lines.length > 0) doors.add(JSON.stringify([household.site, household.address]))
    out.write(lines.join(''))
  }
  out.end()
  await once(out, 'finish')
  const result = await killedImport(dataDir, file, 6, 300, 11)
  t.ok(result.kills > 0)
  t.match(result, { households: doors.size, people: plan.people, personsTwice: 0, rows })
})
