import { areOnePerson, type FeverReading, feverReadingOf, SECOND_WITHIN_MS } from '../../shared/health/fever.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'

let highReadings: readonly FeverReading[] = []

/** Remembers a high reading of this phone and tells whether it is the second of the same person. */
export function noteHighReading(entry: WireEntry): boolean {
  const reading = feverReadingOf('own', entry.deviceMs + (entry.offsetMs ?? 0), entry)
  if (reading === null) return false
  const earlier = highReadings.filter(({ at }) => Math.abs(reading.at - at) <= 2 * SECOND_WITHIN_MS)
  highReadings = [...earlier.filter(({ number }) => number !== reading.number), reading]
  return earlier.some(other => areOnePerson(other, reading))
}
