import { type ReadonlySignal, signal } from '@preact/signals'

/** Nobody showed a code for so long: the camera sleeps until the next press. */
export const AWAKE_MS = 15_000

export type Saver = {
  readonly isAsleep: ReadonlySignal<boolean>
  /** A press asks for a scan; whether it woke the camera. */
  press(): boolean
  /** A verdict is shown: this person is done. */
  shown(): void
  /** The camera is needed, whatever the battery says, until `rest`. */
  hold(): void
  rest(): void
  /** The volunteer or the battery changed whether to save. */
  follow(isSaving: boolean): void
  end(): void
}

type Parts = {
  readonly sleep: () => void
  readonly wake: () => void
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/** Scan on press: a camera that always runs empties a cold phone in one shift. Does nothing while nobody wants to save. */
export function createSaver({ sleep, wake, setTimer }: Parts): Saver {
  const isAsleep = signal(false)
  let isSaving = false
  let isHeld = false
  let stopTimer = (): void => {}

  const fallAsleep = (): void => {
    stopTimer()
    if (!isSaving || isHeld || isAsleep.peek()) return
    isAsleep.value = true
    sleep()
  }
  const stayAwake = (): void => {
    stopTimer()
    if (isSaving) stopTimer = setTimer(fallAsleep, AWAKE_MS)
  }
  const press = (): boolean => {
    // Not read as a signal: who follows a preference must not be called again by the sleep itself.
    const wasAsleep = isAsleep.peek()
    isAsleep.value = false
    if (wasAsleep) wake()
    stayAwake()
    return wasAsleep
  }
  return {
    isAsleep,
    press,
    shown: fallAsleep,
    hold() {
      isHeld = true
      press()
    },
    rest() {
      isHeld = false
      fallAsleep()
    },
    follow(wanted) {
      isSaving = wanted
      if (!wanted) press()
      else stayAwake()
    },
    end: () => stopTimer()
  }
}
