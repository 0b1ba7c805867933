import { signal } from '@preact/signals'
import type { DutyState } from '../../shared/duty/duty-phase.ts'
import { offsetMs } from './gate-state.ts'

/** Who serves at this phone; null: nobody signed in, and scanning goes on all the same. */
export const duty = signal<DutyState>(null)

/** Corrected time, ms. */
export const dutyNow = (deviceMs: number = Date.now()): number => Math.round(deviceMs + (offsetMs.value ?? 0))
