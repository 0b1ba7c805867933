import { type Clock, type ClockReading, meetService, raiseFloor, readClock, recallClock } from '../check/clock.ts'
import { type EpochMs, epochMs } from '../../shared/time.ts'
import { clockFacts, offsetMs } from './gate-state.ts'

/** A clock that is set by hand at the gate is told of within this time. */
const WATCH_MS = 2_000
/** Timers of a page in sight are not late by more; of one that slept they are. */
const LATE_MS = 10_000

const readDevice = (): ClockReading => ({ deviceMs: Date.now(), monotonicMs: performance.now() })
const clock = (): Clock => ({ ...clockFacts.value, offsetMs: offsetMs.value })

function keep(next: Clock): void {
  clockFacts.value = next
  offsetMs.value = next.offsetMs
}

/** Whether the screen was on since the reading before; set while the page is hidden. */
let wasHidden = false

/** Looks at the phone's clocks; afterwards `offsetMs` leads from its clock to server time as well as can be known. */
export function lookAtClock(reading: ClockReading = readDevice()): void {
  const { last } = clockFacts.value
  const isAwake = !wasHidden && last !== null && reading.monotonicMs - last.monotonicMs < LATE_MS
  wasHidden = typeof document !== 'undefined' && document.visibilityState === 'hidden'
  keep(readClock(clock(), reading, isAwake))
}

/** `serverMs`: what the service said. */
export const learnOffset = (ms: number, serverMs: number): void => keep(meetService(clock(), Math.round(ms), serverMs))
export const recallOffset = (ms: number, contactMs: number): void => keep(recallClock(clock(), ms, contactMs))
/** Signed data were seen; they were made at `atMs`, server time. */
export const sawSigned = (atMs: number): void => keep(raiseFloor(clock(), atMs))

/** Server time for a time of the phone's clock. */
export const serverTimeOf = (deviceMs: number): EpochMs => epochMs(Math.round(deviceMs + (offsetMs.value ?? 0)))

export function watchClock(): void {
  const noteHidden = (): void => {
    if (document.visibilityState === 'hidden') wasHidden = true
    else lookAtClock()
  }
  document.addEventListener('visibilitychange', noteHidden)
  setInterval(() => lookAtClock(), WATCH_MS)
}
