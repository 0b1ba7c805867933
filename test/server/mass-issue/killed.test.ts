import t from 'tap'
import { seededRandom } from '../../../server/seed/random.ts'
import { accountFor, openFolder, prepareIssues, runChild } from '../../support/killed-issues.ts'

/** Kills before the run that may finish; `bench mass-issue-kills` has fifty, at full scale. */
const KILLS = 8
const LONGEST_LIFE_MS = 120

t.test('a mass issue that is killed again and again issues each pass exactly once, with its record', async t => {
  const dataDir = t.testdir()
  const { issues, people } = await prepareIssues(dataDir, 0.02, 5)
  const random = seededRandom(11)
  for (let kill = 0; kill < KILLS; kill++) await runChild(dataDir, random.below(LONGEST_LIFE_MS))
  t.equal(await runChild(dataDir, null), 'done')

  const { ctx, close } = await openFolder(dataDir)
  t.teardown(close)
  const none = { missing: 0, doubled: 0, withoutRecord: 0, miscounted: 0 }
  t.same(await accountFor(ctx, issues), { chosen: people, passes: people, ...none })
})
