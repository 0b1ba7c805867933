import { signal } from '@preact/signals'
import { asksTemperature, isFever } from '../temperature/reading.ts'
import { openPanel } from './panel.ts'
import type { Shown } from './scan.ts'

/** The newest verdict, also after it has left the screen: something may still be measured. */
export const lastShown = signal<Shown | null>(null)

/** Where a verdict is not the end: what is to be done next opens by itself, so that nobody waits for a tap. */
export function followUp(shown: Shown): void {
  lastShown.value = shown
  if (asksTemperature(shown.decision) || isFever(shown.decision)) openPanel('temperature')
}
