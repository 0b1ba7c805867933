import { signal } from '@preact/signals'
import type { PassKind } from '../../shared/pass/kinds.ts'
import type { Shown } from '../state/shown.ts'

/** A vehicle that may pass; the next person's code is its driver's, until then. */
export type AwaitedDriver = {
  readonly vehicle: Shown
  /** Without the driver; null: nobody counted. */
  readonly passengers: number | null
  /** Device clock, milliseconds. */
  readonly untilMs: number
}

/** Long enough to hand a phone out of the window; then the next person in the queue is nobody's driver. */
export const DRIVER_AWAITED_MS = 30_000

export const awaitedDriver = signal<AwaitedDriver | null>(null)

/** Kinds of passes that a driver can show. */
const PERSONS: readonly PassKind[] = ['person', 'work', 'household', 'visitor', 'duty']
export const isPersons = (kind: PassKind): boolean => PERSONS.includes(kind)

/** The driver is asked for after a genuine vehicle pass that lets through, once. */
export function awaitDriver(shown: Shown, nowMs: number): void {
  const { decision, entry } = shown
  const isVehicle = decision.verdict === 'PASS' && decision.pass?.kind === 'vehicle'
  if (isVehicle && entry.driver === null && entry.passengers === null)
    awaitedDriver.value = { vehicle: shown, passengers: null, untilMs: nowMs + DRIVER_AWAITED_MS }
  else if (entry.follows === null || entry.driver !== null || entry.passengers !== null) awaitedDriver.value = null
}

export const driverAwaitedAt = (nowMs: number): AwaitedDriver | null =>
  awaitedDriver.value !== null && nowMs < awaitedDriver.value.untilMs ? awaitedDriver.value : null

/** Counting takes its time: the driver is waited for anew. */
export function countPassengers(passengers: number, nowMs: number): void {
  const { value } = awaitedDriver
  if (value !== null) awaitedDriver.value = { ...value, passengers: Math.min(99, passengers), untilMs: nowMs + DRIVER_AWAITED_MS }
}

export const stopAwaitingDriver = (): void => {
  awaitedDriver.value = null
}
