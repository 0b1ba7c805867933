import { join } from 'node:path'
import t from 'tap'
import { tryAuthorisation } from '../support/authz-cases.ts'

t.test('no route lets anybody in whom its rule does not name, and none shows another community', async t => {
  const report = await tryAuthorisation(join(t.testdir(), 'service'))
  t.same(report.leaks, [])
  t.same(report.untested, [], 'every route with a parameter is tried with a real object')
  t.ok(report.cases > 300, `${report.cases} cases`)
})
