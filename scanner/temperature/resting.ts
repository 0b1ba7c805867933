import { signal } from '@preact/signals'
import { areOnePerson, type FeverReading, feverReadingOf, SECOND_WITHIN_MS } from '../../shared/health/fever.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { Shown } from '../state/scan.ts'

/** Sit down, then measure again. */
export const REST_MS = 5 * 60_000

/** Somebody aside, to be measured again; the queue goes on meanwhile. */
export type Resting = { readonly shown: Shown /** Of a clock that nobody can set. */; readonly sinceMs: number }

/** In memory only: after a restart the person is scanned anew, and the service still sees two high readings. */
export const resting = signal<readonly Resting[]>([])

export const putAside = (shown: Shown, nowMs: number): void => {
  resting.value = [...without(shown.entry.number), { shown, sinceMs: nowMs }]
}
/** The person was measured again, or left. */
export const takeBack = ({ shown }: Resting): void => {
  resting.value = without(shown.entry.number)
}
const without = (number: number): Resting[] => resting.value.filter(({ shown }) => shown.entry.number !== number)

export const restLeftMs = ({ sinceMs }: Resting, nowMs: number): number => Math.max(0, sinceMs + REST_MS - nowMs)

let highReadings: readonly FeverReading[] = []

/** Remembers a high reading of this phone and tells whether it is the second of the same person. */
export function noteHighReading(entry: WireEntry): boolean {
  const reading = feverReadingOf('own', entry.deviceMs + (entry.offsetMs ?? 0), entry)
  if (reading === null) return false
  const earlier = highReadings.filter(({ at }) => Math.abs(reading.at - at) <= 2 * SECOND_WITHIN_MS)
  highReadings = [...earlier.filter(({ number }) => number !== reading.number), reading]
  return earlier.some(other => areOnePerson(other, reading))
}
