import { effect } from '@preact/signals'
import type { GateDatabase, KeptResting } from '../log/gate-database.ts'
import { noteHighReading } from './high-readings.ts'
import { type Resting, resting } from './resting.ts'

/** Server time now, and a clock that nobody can set; milliseconds. */
export type Clocks = { readonly serverMs: () => number; readonly monotonicMs: () => number }

/** Who was not measured again by then has left. */
const KEPT_MS = 2 * 3_600_000

/**
 * Brings back who sat aside when the app was closed, with the rest that is left, and keeps the list until the returned function is
 * called. Their high readings are remembered, too: the next one is the second.
 */
export async function keepResting(db: GateDatabase, clocks: Clocks): Promise<() => void> {
  const [now, monotonic] = [clocks.serverMs(), clocks.monotonicMs()]
  const kept = await db.getAll('resting')
  const back = kept.filter(({ at }) => now - at < KEPT_MS).map(each => restingOf(each, now, monotonic))
  for (const { shown } of back) noteHighReading(shown.entry)
  const known = new Set(resting.value.map(({ shown }) => shown.entry.number))
  resting.value = [...back.filter(({ shown }) => !known.has(shown.entry.number)), ...resting.value]
  return effect(() => {
    save(db, resting.value, clocks).catch(console.error)
  })
}

/** A clock that was set back makes nobody rest longer than from now on. */
const restingOf = ({ text, decision, entry, at }: KeptResting, now: number, monotonic: number): Resting => ({
  shown: { text, decision, entry },
  sinceMs: monotonic - Math.max(0, now - at)
})

async function save(db: GateDatabase, all: readonly Resting[], { serverMs, monotonicMs }: Clocks): Promise<void> {
  const [now, monotonic] = [serverMs(), monotonicMs()]
  const transaction = db.transaction('resting', 'readwrite')
  await transaction.store.clear()
  for (const { shown, sinceMs } of all)
    await transaction.store.put({ ...shown, at: now - (monotonic - sinceMs) }, shown.entry.number)
  await transaction.done
}
