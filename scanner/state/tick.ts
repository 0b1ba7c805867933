import { signal } from '@preact/signals'

/** Ages on the screen are no finer than minutes. */
const TICK_MS = 10_000

/** Device clock, milliseconds; moves on by itself so that ages on the screen do. */
export const tick = signal(Date.now())

export const startTicking = (): void => {
  setInterval(() => {
    tick.value = Date.now()
  }, TICK_MS)
}
