import t from 'tap'
import { countShift, openCases, type ShiftEntry } from '../../../shared/duty/shift-counts.ts'

let numbers = 0
const entry = (change: Partial<ShiftEntry> = {}): ShiftEntry => ({
  number: ++numbers,
  deviceMs: 1000 * numbers,
  offsetMs: 5,
  direction: 'in',
  verdict: 'PASS',
  reasons: ['OK'],
  admitted: true,
  follows: null,
  serial: 7,
  overrideReason: null,
  ...change
})
const refusal = (change: Partial<ShiftEntry> = {}): ShiftEntry =>
  entry({ verdict: 'STOP', reasons: ['REVOKED'], admitted: false, ...change })

t.test('a shift counts passages by their last word', async t => {
  const first = refusal({ verdict: 'CHECK', reasons: ['TEMP'] })
  const entries = [
    entry(),
    entry({ direction: 'out' }),
    first,
    entry({ follows: first.number }),
    refusal({ serial: 8 }),
    refusal({ serial: 9 }),
    refusal({ reasons: ['EXPIRED', 'STALE'], serial: 10 })
  ]
  t.same(countShift(entries), {
    in: 2,
    out: 1,
    admitted: 3,
    refused: [
      { reason: 'REVOKED', count: 2 },
      { reason: 'EXPIRED', count: 1 }
    ],
    overrides: 0
  })
})

t.test('an override is admitted, and counted as what it is', async t => {
  const stopped = refusal()
  const counts = countShift([
    stopped,
    entry({ verdict: 'STOP', reasons: ['REVOKED'], follows: stopped.number, overrideReason: '就医' })
  ])
  t.match(counts, { admitted: 1, refused: [], overrides: 1 })
})

t.test('an empty shift counts nothing', async t => {
  t.same(countShift([]), { in: 0, out: 0, admitted: 0, refused: [], overrides: 0 })
  t.same(openCases([], 50), [])
})

t.test('who was refused and not admitted since may still stand aside', async t => {
  const settledLater = refusal({ serial: 1 })
  const overridden = refusal({ serial: 2 })
  const feverish = refusal({ serial: 3, reasons: ['FEVER'] })
  const unknown = refusal({ serial: null, reasons: ['KEY'] })
  const noise = refusal({ serial: null, reasons: ['UNREADABLE'] })
  const entries = [
    settledLater,
    overridden,
    feverish,
    unknown,
    noise,
    entry({ serial: 1 }),
    entry({ serial: 2, follows: overridden.number })
  ]
  t.same(
    openCases(entries, 50).map(({ number }) => number),
    [unknown.number, feverish.number],
    'newest first'
  )
  t.same(openCases(entries, 1).length, 1)
  t.match(openCases(entries, 50)[1], { reason: 'FEVER', verdict: 'STOP', serial: 3, at: feverish.deviceMs + 5 })
})

t.test('an admission before the refusal settles nothing', async t => {
  const before = entry({ serial: 4 })
  const refused = refusal({ serial: 4 })
  t.equal(openCases([before, refused], 50).length, 1)
})
