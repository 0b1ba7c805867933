import { signal } from '@preact/signals'
import { asksTemperature, isFever } from '../temperature/reading.ts'
import { awaitDriver } from '../vehicle/awaited-driver.ts'
import { recallPlates, rememberPlate } from '../vehicle/plate-memory.ts'
import { asksForReason } from '../vehicle/vehicle-question.ts'
import { openPanel } from './panel.ts'
import { policyNow } from './policy-now.ts'
import type { Shown } from './shown.ts'

/** The newest verdict, also after it has left the screen: something may still be measured. */
export const lastShown = signal<Shown | null>(null)

type Parts = { readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>; readonly now: () => number }

/** Where a verdict is not the end: what is to be done next opens by itself, so that nobody waits for a tap. */
export function createFollowUp({ storage, now }: Parts): (shown: Shown) => void {
  recallPlates(storage, now())
  return shown => {
    const { decision, entry } = shown
    lastShown.value = shown
    awaitDriver(shown, now())
    if (decision.pass?.kind === 'vehicle' && entry.follows === null) rememberPlate(storage, decision.pass.label, now())
    if (asksTemperature(decision) || isFever(decision)) openPanel('temperature')
    else if (asksForReason(decision, policyNow(now()))) openPanel('vehicle')
  }
}
