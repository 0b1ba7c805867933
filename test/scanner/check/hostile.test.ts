import t from 'tap'
import { judge } from '../../../scanner/check/judge.ts'
import { claimOf } from '../../../scanner/state/scan.ts'
import { encodeBase41 } from '../../../shared/pass/base41.ts'
import { statusReader } from '../../../shared/status/status-list.ts'
import { epochMs } from '../../../shared/time.ts'
import type { TrustBundle } from '../../../shared/trust/trust-bundle.ts'

const NOTHING_TRUSTED = { keys: new Map(), policies: [] } as unknown as TrustBundle
const HELD = { trust: NOTHING_TRUSTED, status: statusReader([]), recent: [] }
const PLACE = { site: 1, gate: 'east', direction: 'in' } as const

/** What people hold before a camera, by mistake or on purpose. */
const HOSTILE: Readonly<Record<string, string>> = {
  '10 kB of digits': '0123456789'.repeat(1_000),
  'a web address': 'https://example.org/menu?table=7',
  'another system’s pass': `HC1:${'6BF+70790T9WJWG.FKY*4GO0.O1CV2'.repeat(8)}`,
  'control characters': 'CP1:\u0000\u0007\u001b[2J\u202e',
  'a lookalike with the right prefix': `CP1:${encodeBase41(new Uint8Array(100).fill(0x84))}`,
  'the prefix alone': 'CP1:',
  'the prefix and white space without end': `CP1:${' '.repeat(100_000)}`,
  'a script': '<script>alert(1)</script>',
  'lone surrogates': '\ud800\udfff\ud800',
  'nothing at all': ''
}

t.test('a hostile code is called unreadable, and nothing of its text is written down', async t => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    const { verification, decision } = await judge(text, HELD, PLACE, epochMs(Date.now()), {
      presented: 'code',
      temperature: null
    })
    t.match(decision, { verdict: 'CHECK', headline: 'UNREADABLE', pass: null }, what)
    t.same(claimOf(verification), { keyId: null, serial: null, kind: null }, `${what}: no field of the entry comes from it`)
  }
})
