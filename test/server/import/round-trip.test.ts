import { join } from 'node:path'
import t from 'tap'
import { seededRandom } from '../../../server/seed/random.ts'
import { importer } from '../../support/imports.ts'
import { signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const NASTY = [
  '=1+1',
  '+86',
  "-2+3'",
  '@SUM(A1)',
  "'=x",
  "''1",
  "'123",
  '"quoted", and; more',
  '＝全角',
  '换 行',
  'a,b',
  '无',
  ''
]
const random = seededRandom(7)
const some = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
const nasty = (): string | null => some(NASTY) || null

t.test('a list that is written and taken in again changes nothing', async t => {
  const service = await startService(join(t.testdir(), 'data'))
  t.teardown(() => service.close())
  const { app } = service
  const worker = await importer(app, 'worker1')
  for (let number = 1; number <= 60; number++) {
    const members = Array.from({ length: random.below(4) }, (_, index) =>
      aMember({
        name: some(['王伟', '欧阳小明', '阿卜杜拉·买买提', "Ann-Marie O'Brien", '𠮷田']) + (index === 0 ? '' : index),
        document: index === 1 ? { type: 'passport', country: 'KOR', number: `M${number}00${index}99` } : null,
        phone: some([null, '15412345678', '+821012345678', '0531-88888888']),
        nationality: some([null, 'KOR']),
        needs: some([[], ['pregnant', 'disabled']]),
        arrival: some([null, { from: 'abroad', on: '2020-02-03' }]),
        note: nasty(),
        relation: some(['head', 'child', 'other', 'tenant'])
      })
    )
    const sheet = aSheet({
      building: `${some(['9', 'A', '10'])}`,
      unit: some(['', '2']),
      room: String(number),
      tenure: some(['own', 'rent', 'group-rent', 'vacant']),
      landlord: some([null, { name: '房东一', phone: '15400000000' }]),
      note: nasty(),
      members,
      vehicles: some([[], [{ plate: `鲁A${10000 + number}`, note: null }]])
    })
    const made = await worker.ask('POST', '/api/v1/register/households', sheet)
    t.equal(made.status, 201, JSON.stringify(made.body))
  }
  for (const [format, language] of [
    ['csv', 'zh'],
    ['xlsx', 'en']
  ]) {
    const file = await exported({ format, language, unmasked: { reason: '核对' } })
    const checked = await worker.check(file.rawPayload)
    t.match(checked.counts, { sameHouseholds: 60, newHouseholds: 0, changedHouseholds: 0, bad: 0, conflicts: 0 }, String(format))
    t.match(file.headers['content-disposition'], new RegExp(`register-2026-11-24\\.${format}`))
  }

  await t.test('masked as a rule, with who and when on every row, and nothing that a spreadsheet runs', async t => {
    const { body } = await exported({ format: 'csv', language: 'zh' })
    t.match(body.split('\r\n')[0], /工作者1 2026-11-24 08:00.*checkpoint 2026-11-24T/)
    t.notMatch(body, /15412345678|欧阳小明|M\d+00199|房东一/)
    t.match(body, /欧\*\*明/)
    const full = (await exported({ format: 'csv', language: 'zh', unmasked: { reason: '核对' } })).body
    t.match(full, /15412345678/)
    t.notMatch(full, /(^|,|")[=+@＝-]/m)
    for (const row of full.trim().split('\r\n').slice(2)) t.match(row, /工作者1 2026-11-24 08:00"?$/)
    const again = await worker.check(Buffer.from(body))
    t.equal(again.counts.newHouseholds + again.counts.changedHouseholds, 0, 'a masked list is not taken for names')
  })
  await t.test('of the own community alone, and written into the audit', async t => {
    t.equal((await exported({ format: 'csv', language: 'zh', community: service.communities[1] })).statusCode, 400)
    t.equal((await exported({ format: 'csv', language: 'zh', site: 2 })).statusCode, 400)
  })

  async function exported(payload: object) {
    const cookie = await signedIn(app, 'worker1')
    return app.inject({ method: 'POST', url: '/api/v1/register/exports', headers: { cookie }, payload })
  }
})
