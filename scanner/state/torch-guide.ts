import { type ReadonlySignal, signal } from '@preact/signals'
import { NO_FRAME_YET, seeFrame } from './ambient.ts'
import { preferences } from './preferences.ts'

export type TorchGuide = {
  /** It is dark, the torch is off, and the volunteer is asked whether to put it on. */
  readonly isSuggested: ReadonlySignal<boolean>
  see(luma: number, atMs: number): void
  /** The volunteer switched it: what the light says now is not taken up again until it changes. */
  switchedByHand(): void
}

type Torch = { hasTorch(): boolean; isOn(): boolean; turn(on: boolean): void }

/** Switches the torch with the light at the gate, or suggests it, as the volunteer prefers. */
export function createTorchGuide({ hasTorch, isOn, turn }: Torch): TorchGuide {
  const isSuggested = signal(false)
  let ambient = NO_FRAME_YET
  const changed = (isDark: boolean): void => {
    if (preferences.light.value === 'auto' && isDark !== isOn()) turn(isDark)
  }
  return {
    isSuggested,
    see(luma, atMs) {
      if (!hasTorch()) return
      const before = ambient
      ambient = seeFrame(ambient, luma, atMs, isOn())
      if (ambient.isDark !== before.isDark) {
        changed(ambient.isDark)
        isSuggested.value = ambient.isDark
      }
      if (preferences.light.value !== 'suggest' || isOn()) isSuggested.value = false
    },
    switchedByHand() {
      isSuggested.value = false
    }
  }
}
