import { type ReadonlySignal, signal } from '@preact/signals'
import { noteUse } from './last-use.ts'
import type { Scanner, Shown } from './scan.ts'

/** A PASS makes room by itself; everything else waits for the volunteer. */
export const PASS_SHOWN_MS = 1_200

export type FlowNotice = 'log.failed' | 'scan.nothing' | 'verdict.first'

export type VerdictFlow = {
  readonly shown: ReadonlySignal<Shown | null>
  readonly notice: ReadonlySignal<FlowNotice | null>
  take(text: string, method: 'camera' | 'file' | 'wedge'): Promise<void>
  /** Something else to be logged and shown, in place of what stands; false when it was not. */
  perform(work: (scanner: Scanner) => Promise<Shown | null>): Promise<boolean>
  foundNothing(): void
  dismiss(): void
  override(reason: string): Promise<void>
  end(): void
}

type Parts = {
  readonly scanner: () => Scanner | null
  /** Sound and vibration. */
  readonly onVerdict: (shown: Shown) => void
  /** A code was shown while another's verdict stands. */
  readonly onHeldBack: () => void
  /** Whether a verdict stands that must be dismissed: nothing is read meanwhile. */
  readonly onWaiting: (isWaiting: boolean) => void
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/** What is on the screen between one code and the next. */
export function createVerdictFlow({ scanner, onVerdict, onHeldBack, onWaiting, setTimer }: Parts): VerdictFlow {
  const shown = signal<Shown | null>(null)
  const notice = signal<FlowNotice | null>(null)
  let stopTimer = (): void => {}

  const isWaiting = (): boolean => shown.value !== null && shown.value.decision.verdict !== 'PASS'
  const clear = (): void => {
    stopTimer()
    if (isWaiting()) onWaiting(false)
    if (notice.value === 'verdict.first') notice.value = null
    shown.value = null
  }
  const show = (next: Shown): void => {
    stopTimer()
    notice.value = null
    shown.value = next
    onVerdict(next)
    if (next.decision.verdict === 'PASS') stopTimer = setTimer(clear, PASS_SHOWN_MS)
    else onWaiting(true)
  }
  /** Nobody is waved past a verdict that stands: who scans meanwhile is told that it did not count. */
  const holdBack = (text: string): void => {
    if (text === shown.value?.text) return
    notice.value = 'verdict.first'
    onHeldBack()
  }
  const logged = async <T>(work: () => Promise<T> | undefined): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      console.error(error)
      notice.value = 'log.failed' // without an entry there is no verdict
      return undefined
    }
  }
  return {
    shown,
    notice,
    async take(text, method) {
      noteUse()
      if (isWaiting()) return holdBack(text)
      const next = await logged(() => scanner()?.take(text, method))
      if (next !== undefined && next !== null) show(next)
    },
    async perform(work) {
      noteUse()
      const at = scanner()
      const next = await logged(() => (at === null ? undefined : work(at)))
      if (next === undefined || next === null) return false
      clear()
      show(next)
      return true
    },
    foundNothing() {
      notice.value = 'scan.nothing'
    },
    dismiss() {
      if (shown.value !== null) scanner()?.dismiss(shown.value)
      clear()
    },
    async override(reason) {
      const standing = shown.value
      if (standing === null) return
      const isLogged = await logged(async () => {
        await scanner()?.override(standing, reason)
        return true
      })
      if (isLogged !== true) return
      scanner()?.dismiss(standing)
      clear()
    },
    end: clear
  }
}
