import t from 'tap'
import { dutyPassOf } from '../../../shared/duty/duty-pass.ts'
import type { PassContent } from '../../../shared/pass/payload.ts'
import type { Verification } from '../../../shared/verify/verify.ts'
import { NO_CODE } from '../../../shared/verify/verify.ts'
import { ALL_KINDS, SAMPLE_PASS } from '../../support/pass-factory.ts'

const verified = (content: Partial<PassContent> = {}, change: Partial<Verification> = {}): Verification =>
  ({
    readable: true,
    genuine: true,
    keyId: '00000001',
    findings: [],
    pass: { ...SAMPLE_PASS, kind: 'duty', serial: 9, ...content },
    ...change
  }) as Verification

t.test('a genuine, current duty pass of the site is one', async t => {
  t.equal(dutyPassOf(verified(), 7)?.serial, 9)
  t.equal(dutyPassOf(verified({ site: 0 }), 7)?.serial, 9, 'a pass for every site is one here too')
})

t.test('everything else is none', async t => {
  t.equal(dutyPassOf(NO_CODE, 7), null, 'no code')
  t.equal(dutyPassOf(verified({ site: 8 }), 7), null, 'another site')
  t.equal(dutyPassOf(verified({}, { genuine: false }), 7), null, 'not genuine')
  for (const reason of ['REVOKED', 'HELD', 'SUPERSEDED', 'EXPIRED', 'NOT_YET'] as const)
    t.equal(dutyPassOf(verified({}, { findings: [{ reason }] }), 7), null, reason)
  for (const kind of ALL_KINDS.filter(each => each !== 'duty')) t.equal(dutyPassOf(verified({ kind }), 7), null, kind)
})
