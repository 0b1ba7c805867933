import t from 'tap'
import { readerOf } from '../../../scanner/check/judge.ts'
import { readDuty, readSupervisor } from '../../../scanner/check/read-duty.ts'
import { epochMs } from '../../../shared/time.ts'
import { AT, makePass, makeTrust, SAMPLE_PASS } from '../../support/pass-factory.ts'

const NOW = epochMs(AT * 1000)
const trust = { ...makeTrust(), supervisors: new Set([77]) }
const held = { trust, status: readerOf([]) }
const duty = (change = {}) => makePass({ ...SAMPLE_PASS, kind: 'duty', serial: 77, ...change })

t.test('who may override is named by the trust bundle', async t => {
  t.strictSame(await readSupervisor(duty(), held, 7, NOW), { ok: true, value: 77 })
  t.match(await readSupervisor(duty({ site: 0 }), held, 7, NOW), { ok: true }, 'a duty pass for every site')
  t.match(await readSupervisor(duty({ serial: 78 }), held, 7, NOW), { failure: 'no-right' })
  t.match(await readDuty(duty({ serial: 78 }), held, 7, NOW), { ok: true, value: { serial: 78 } }, 'who serves may be signed in')
})

t.test('no other code and no other site’s supervisor allows anything', async t => {
  const genuine = duty()
  const forged = genuine.slice(0, -1) + (genuine.endsWith('0') ? '1' : '0')
  const cases: [string, string, string][] = [
    ['https://example.org', 'not-duty', 'another system’s code'],
    [makePass({ ...SAMPLE_PASS, serial: 77 }), 'not-duty', 'a person’s pass with a supervisor’s serial'],
    [duty({ site: 8 }), 'not-valid', 'of another site'],
    [duty({ start: SAMPLE_PASS.start - 10_000, hours: 1 }), 'not-valid', 'expired'],
    [forged, 'not-valid', 'forged']
  ]
  for (const [text, failure, what] of cases) t.match(await readSupervisor(text, held, 7, NOW), { ok: false, failure }, what)
})
