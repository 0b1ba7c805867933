import { backoffMs } from './backoff.ts'

/** With a network, a gate asks at least this often; pushed changes come at once. */
export const EVERY_MS = 15_000

/** `wanted`: somebody asked while a round was under way. */
export type Schedule = { readonly running: boolean; readonly wanted: boolean; readonly failures: number; readonly ended: boolean }
export type SyncEvent =
  /** A new entry, a push, a network that came back, a timer that ran out. */
  { readonly kind: 'wanted' } | { readonly kind: 'finished'; readonly failed: boolean } | { readonly kind: 'ended' }
export type SyncAct = { readonly kind: 'run' } | { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'rest' }

export const IDLE: Schedule = { running: false, wanted: false, failures: 0, ended: false }
const REST: SyncAct = { kind: 'rest' }

/** When to synchronise: never two rounds at once, never a wish forgotten, and slower after failures. `chance`: 0 ≤ x < 1. */
export function step(schedule: Schedule, event: SyncEvent, chance: number): readonly [Schedule, SyncAct] {
  if (schedule.ended) return [schedule, REST]
  switch (event.kind) {
    case 'ended':
      return [{ ...schedule, ended: true, wanted: false }, REST]
    case 'wanted':
      return schedule.running
        ? [{ ...schedule, wanted: true }, REST]
        : [{ ...schedule, running: true, wanted: false }, { kind: 'run' }]
    case 'finished':
      return finish(schedule, event.failed, chance)
  }
}

function finish(schedule: Schedule, failed: boolean, chance: number): readonly [Schedule, SyncAct] {
  const failures = failed ? schedule.failures + 1 : 0
  // A wish that came meanwhile is granted at once, unless the service cannot be reached anyway.
  if (schedule.wanted && !failed) return [{ ...schedule, wanted: false, failures, running: true }, { kind: 'run' }]
  const ms = failed ? backoffMs(failures, chance) : EVERY_MS
  return [
    { ...schedule, wanted: false, failures, running: false },
    { kind: 'wait', ms }
  ]
}
