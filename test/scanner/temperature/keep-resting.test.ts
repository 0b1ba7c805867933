import 'fake-indexeddb/auto'
import t from 'tap'
import { openGateDatabase } from '../../../scanner/log/gate-database.ts'
import type { Shown } from '../../../scanner/state/shown.ts'
import { noteHighReading } from '../../../scanner/temperature/high-readings.ts'
import { keepResting } from '../../../scanner/temperature/keep-resting.ts'
import { putAside, REST_MS, resting, restLeftMs, takeBack } from '../../../scanner/temperature/resting.ts'

const MINUTE = 60_000
const high = {
  number: 4,
  follows: null,
  serial: 9,
  kind: 'person',
  keyId: 'k',
  temperature: 380,
  offsetMs: 0,
  verdict: 'STOP',
  reasons: ['FEVER'],
  overrideReason: null,
  driver: null,
  method: 'camera'
}
const shown = {
  text: 'CODE',
  decision: { verdict: 'STOP', headline: 'FEVER', findings: [] },
  entry: { ...high, deviceMs: 1_000 }
}

t.test('who sits aside is there again after a restart, with the rest that is left', async t => {
  const db = await openGateDatabase('resting-test')
  const clock = { server: 1_000_000, monotonic: 50_000 }
  const clocks = { serverMs: () => clock.server, monotonicMs: () => clock.monotonic }
  const written = async (count: number): Promise<void> => {
    while ((await db.count('resting')) !== count) await new Promise(resolve => setTimeout(resolve, 5))
  }
  const stop = await keepResting(db, clocks)
  putAside(shown as unknown as Shown, clock.monotonic)
  await written(1)
  stop()

  resting.value = [] // the app was closed; its monotonic clock begins anew
  clock.server += 2 * MINUTE
  clock.monotonic = 300
  const again = await keepResting(db, clocks)
  const [back] = resting.value
  if (back === undefined) throw new Error('nobody sits there')
  t.match(back.shown, shown)
  t.equal(restLeftMs(back, clock.monotonic), REST_MS - 2 * MINUTE)
  const second = { ...shown.entry, number: 5, follows: 4 } as unknown as Shown['entry']
  t.ok(noteHighReading(second), 'the next high reading is the second')
  takeBack(back)
  await written(0)
  again()
})

t.test('who did not come back within two hours is forgotten', async t => {
  const db = await openGateDatabase('resting-old')
  await db.put('resting', { ...(shown as unknown as Shown), at: 0 }, 4)
  const stop = await keepResting(db, { serverMs: () => 121 * MINUTE, monotonicMs: () => 1 })
  t.same(resting.value, [])
  stop()
})
