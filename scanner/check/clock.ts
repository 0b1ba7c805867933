/** Both clocks of the phone at one moment: the one that can be set, and the one since the page began that cannot. */
export type ClockReading = { readonly deviceMs: number; readonly monotonicMs: number }

/**
 * How well the offset is known: never met the service · kept from an earlier run · the clock stood before something that
 * was signed · told by the service in this run.
 */
export type ClockBasis = 'never' | 'kept' | 'signed' | 'contact'

export type Clock = {
  /** Server time minus device time; null: nothing is known of it. */
  readonly offsetMs: number | null
  readonly basis: ClockBasis
  /** The reading before; null: none yet. */
  readonly last: ClockReading | null
  /** By how much the clock was set while the page ran, since the service was last met; below 0: back. */
  readonly jumpMs: number
  /** Server time that has passed for certain. */
  readonly floorMs: number
  /** Server time of the last contact; null: never. */
  readonly contactMs: number | null
}

export const UNKNOWN_CLOCK: Clock = { offsetMs: null, basis: 'never', last: null, jumpMs: 0, floorMs: 0, contactMs: null }

/** The two clocks may disagree by this much from one reading to the next: steering by the network, a late timer. */
const JUMP_MS = 2_000
/** As told by the service, the time may lag behind a signature by this much: a slow network, a second server. */
const SKEW_MS = 5 * 60_000

/**
 * Compares the clocks with the reading before. One that cannot run fast proves that the other was set back. Set forward
 * is a question: `performance.now` stands still while some phones sleep. So a step forward is somebody's hand only if
 * the screen was on all the time (`isAwake`); else the phone slept, and its clock is believed.
 */
export function readClock(clock: Clock, reading: ClockReading, isAwake: boolean): Clock {
  const { last } = clock
  if (last === null) return settle({ ...clock, last: reading })
  const stepMs = reading.deviceMs - last.deviceMs - (reading.monotonicMs - last.monotonicMs)
  if (stepMs < -JUMP_MS || (stepMs > JUMP_MS && isAwake)) return settle({ ...moved(clock, stepMs), last: reading })
  const basis = stepMs > JUMP_MS && clock.basis === 'contact' ? 'kept' : clock.basis
  return settle({ ...clock, basis, last: reading })
}

const moved = (clock: Clock, stepMs: number): Clock => ({
  ...clock,
  jumpMs: clock.jumpMs + stepMs,
  offsetMs: clock.offsetMs === null ? null : clock.offsetMs - stepMs
})

/** The service told the time. What the clocks did before does not matter any more. */
export const meetService = (clock: Clock, offsetMs: number, contactMs: number): Clock => ({
  offsetMs,
  basis: 'contact',
  last: null,
  jumpMs: 0,
  contactMs,
  floorMs: Math.max(clock.floorMs, contactMs)
})

/** What an earlier run knew: its offset, and when the service was met. */
export const recallClock = (clock: Clock, offsetMs: number, contactMs: number): Clock =>
  settle({ ...clock, offsetMs, basis: 'kept', contactMs, floorMs: Math.max(clock.floorMs, contactMs) })

/** Something was signed at `atMs`, server time: it is later than that. */
export const raiseFloor = (clock: Clock, atMs: number): Clock =>
  atMs <= clock.floorMs ? clock : settle({ ...clock, floorMs: atMs })

/** Never before what has passed; but the service's own word of this run is not overruled by more than the skew. */
function settle(clock: Clock): Clock {
  const { last, offsetMs, basis, floorMs } = clock
  if (last === null) return clock
  const behindMs = floorMs - (last.deviceMs + (offsetMs ?? 0))
  if (behindMs <= 0 || (basis === 'contact' && behindMs > SKEW_MS)) return clock
  return { ...clock, offsetMs: floorMs - last.deviceMs, basis: basis === 'contact' ? 'contact' : 'signed' }
}
