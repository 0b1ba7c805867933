import t from 'tap'
import { fuzzRoutes } from '../fuzz/run-routes.ts'

t.test('whatever is sent to whichever route, the answer is a problem with a code, and the service goes on', async t => {
  const report = await fuzzRoutes(t.testdir(), 30, 20_200_303)
  t.same(report.faults, [])
  t.ok(report.refused > report.requests / 2, 'most requests are refused')
})
