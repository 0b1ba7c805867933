import t from 'tap'
import type { Decision } from '../../../shared/gate/decide.ts'
import { joinDecisions } from '../../../shared/gate/join-decisions.ts'
import type { PassContent } from '../../../shared/pass/payload.ts'
import type { Reason, Verdict } from '../../../shared/verify/reasons.ts'

const pass = (label: string): PassContent => ({ label }) as unknown as PassContent
const decision = (label: string, verdict: Verdict, reasons: Reason[], change: Partial<Decision> = {}): Decision => ({
  verdict,
  headline: reasons[0] ?? 'OK',
  findings: reasons.map(reason => ({ reason, verdict })),
  genuine: true,
  asOf: null,
  pass: pass(label),
  comesHome: true,
  notices: [],
  ...change
})

t.test('two who may pass are a passage', async t => {
  t.match(joinDecisions(decision('鲁A12345', 'PASS', []), decision('陈*明', 'PASS', [])), {
    verdict: 'PASS',
    headline: 'OK',
    pass: { label: '鲁A12345' }
  })
})

t.test('the severest finding decides, and whose it is is shown', async t => {
  const car = decision('鲁A12345', 'CHECK', ['EXPIRED'])
  const driver = decision('陈*明', 'STOP', ['REVOKED'])
  const joined = joinDecisions(car, driver)
  t.match(joined, { verdict: 'STOP', headline: 'REVOKED', pass: { label: '陈*明' } })
  t.same(
    joined.findings.map(({ reason }) => reason),
    ['REVOKED', 'EXPIRED']
  )
  t.match(joinDecisions(decision('鲁A12345', 'STOP', ['HELD']), decision('陈*明', 'CHECK', ['EXPIRED'])).pass, {
    label: '鲁A12345'
  })
})

t.test('the same reason of both is one reason, as severe as the worse of them', async t => {
  const joined = joinDecisions(decision('鲁A12345', 'CHECK', ['HELD']), decision('陈*明', 'STOP', ['HELD']))
  t.same(joined.findings, [{ reason: 'HELD', verdict: 'STOP' }])
})

t.test('a passage is genuine, and comes home, only as a whole', async t => {
  const stranger = decision('陈*明', 'STOP', ['FORGED'], { genuine: false, comesHome: false, pass: null })
  t.match(joinDecisions(decision('鲁A12345', 'PASS', []), stranger), { genuine: false, comesHome: false, pass: null })
})
