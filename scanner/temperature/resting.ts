import { signal } from '@preact/signals'
import type { Shown } from '../state/shown.ts'

/** Sit down, then measure again. */
export const REST_MS = 5 * 60_000

/** Somebody aside, to be measured again; the queue goes on meanwhile. */
export type Resting = { readonly shown: Shown /** Of a clock that nobody can set. */; readonly sinceMs: number }

/** Kept for the next start by keep-resting.ts. */
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
