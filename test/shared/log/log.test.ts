import t from 'tap'
import { CHAIN_START, type ChainedEntry, chainEntry, isChained } from '../../../shared/log/chain.ts'
import { canonicalEntry, correctedMs, type LogEntry } from '../../../shared/log/entry.ts'
import { missingRanges, type NumberRange } from '../../../shared/log/number-ranges.ts'
import { fromWire, toWire } from '../../../shared/log/wire.ts'
import type { EntryVector } from '../../../scripts/vectors/entries.ts'
import { sha256 } from '../../support/node-crypto.ts'
import vectors from '../../vectors/entries.json' with { type: 'json' }

const VECTORS = vectors as unknown as EntryVector[]
const [first] = VECTORS as [EntryVector]

t.test('canonical text and hash of known entries, each chained to the one before', async t => {
  let previousHash = CHAIN_START
  for (const vector of VECTORS) {
    t.equal(canonicalEntry(vector.device, vector.entry), vector.canonical)
    t.equal(vector.previousHash, previousHash)
    t.same(await chainEntry(vector.device, vector.entry, previousHash, sha256), {
      entry: vector.entry,
      previousHash,
      hash: vector.hash
    })
    previousHash = vector.hash
  }
  t.equal(first.hash, '119d574142985f6da7a2f7e28648f25bc894287eaf322261a5c3472a50058127')
})

/** Another value for every field. */
const OTHER: LogEntry = {
  number: 4,
  site: 8,
  gate: 'south',
  direction: 'out',
  deviceMs: (first.entry.deviceMs + 1) as LogEntry['deviceMs'],
  monotonicMs: 4501,
  boot: 'boot-b',
  offsetMs: null,
  method: 'wedge',
  keyId: null,
  serial: 123_457,
  kind: 'work',
  verdict: 'CHECK',
  reasons: ['OK', 'STALE'],
  admitted: false,
  overrideReason: '',
  temperature: null,
  plate: '',
  follows: 1,
  overrideBy: 1,
  operator: '',
  vehicleClass: 'car',
  passengers: 0,
  driver: 1,
  purpose: 'other',
  sealed: ''
}

t.test('any field that is changed breaks the chain, and so does another device or another predecessor', async t => {
  const chained: ChainedEntry = first
  t.same(Object.keys(OTHER).sort(), Object.keys(first.entry).sort(), 'every field is tried')
  t.equal(await isChained(first.device, chained, sha256), true)
  for (const field of Object.keys(OTHER) as (keyof LogEntry)[]) {
    const entry = { ...first.entry, [field]: OTHER[field] }
    t.equal(await isChained(first.device, { ...chained, entry }, sha256), false, field)
  }
  t.equal(await isChained('device-2', chained, sha256), false, 'device')
  t.equal(await isChained(first.device, { ...chained, previousHash: `${'0'.repeat(63)}1` }, sha256), false, 'predecessor')
  t.equal(await isChained(first.device, { ...chained, hash: CHAIN_START }, sha256), false, 'hash')
})

t.test('what stands before an entry has to be a hash', async t => {
  for (const previous of ['', '00', 'g'.repeat(64), CHAIN_START.slice(2), `${CHAIN_START}00`, 'A'.repeat(64)])
    await t.rejects(chainEntry(first.device, first.entry, previous, sha256), RangeError, previous)
})

t.test('an entry comes back from the wire as it was sent', async t => {
  for (const vector of VECTORS) {
    const { entry, previousHash, hash } = vector
    const wire = toWire({ entry, previousHash, hash })
    t.same(wire, { ...entry, previousHash, hash })
    const back = fromWire(JSON.parse(JSON.stringify(wire)))
    t.same(back, { entry, previousHash, hash })
    t.equal(await isChained(vector.device, back, sha256), true)
  }
})

t.test('the corrected time is that of the device and the offset it knew', async t => {
  t.equal(correctedMs(first.entry), first.entry.deviceMs - 250)
  t.equal(correctedMs({ ...first.entry, offsetMs: null }), first.entry.deviceMs)
})

t.test('missing numbers, as ranges, the lowest first', async t => {
  const cases: readonly (readonly [numbers: number[], limit: number, missing: NumberRange[]])[] = [
    [[], 50, []],
    [[1, 2, 3], 50, []],
    [[2], 50, [[1, 1]]],
    [[1, 3], 50, [[2, 2]]],
    [
      [4, 5, 9, 11],
      50,
      [
        [1, 3],
        [6, 8],
        [10, 10]
      ]
    ],
    [
      [3, 5, 7],
      2,
      [
        [1, 2],
        [4, 4]
      ]
    ],
    [[2 ** 31 - 1], 50, [[1, 2 ** 31 - 2]]]
  ]
  for (const [numbers, limit, missing] of cases) t.same(missingRanges(numbers, limit), missing, `${numbers}, at most ${limit}`)
})
