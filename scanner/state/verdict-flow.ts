import { type ReadonlySignal, signal } from '@preact/signals'
import { readFrame } from '../../shared/carry/frame.ts'
import type { AdmissionNeed } from '../../shared/gate/override-rules.ts'
import type { Result } from '../../shared/result.ts'
import type { DutyFailure } from '../check/read-duty.ts'
import { isStorageFull } from '../log/storage-full.ts'
import { noteUse } from './last-use.ts'
import { offerToTap } from './reader-tap.ts'
import type { Scanner, Shown } from './scan.ts'

/** A PASS makes room by itself; everything else waits for the volunteer. */
export const PASS_SHOWN_MS = 1_200

export type FlowNotice = 'log.failed' | 'log.full' | 'scan.nothing' | 'scan.transfer' | 'verdict.first' | `duty.${DutyFailure}`

export type VerdictFlow = {
  readonly shown: ReadonlySignal<Shown | null>
  readonly notice: ReadonlySignal<FlowNotice | null>
  /** A supervisor's duty pass is looked for: whatever is scanned is taken for one. */
  readonly isSearching: ReadonlySignal<boolean>
  take(text: string, method: 'camera' | 'file' | 'wedge'): Promise<void>
  /** Something else to be logged and shown, in place of what stands; false when it was not. */
  perform(work: (scanner: Scanner) => Promise<Shown | null>): Promise<boolean>
  foundNothing(): void
  dismiss(): void
  /** What letting the standing one through takes. */
  needs(): AdmissionNeed
  /** Logs the override, or looks for a supervisor first where the policy wants one. Does nothing where none is possible. */
  override(reason: string): Promise<void>
  endSearch(): void
  end(): void
}

type Parts = {
  readonly scanner: () => Scanner | null
  readonly needs: (shown: Shown) => AdmissionNeed
  /** Serial of the duty pass in `text`, if its holder may override. */
  readonly readSupervisor: (text: string) => Promise<Result<number, DutyFailure>>
  /** Sound and vibration. */
  readonly onVerdict: (shown: Shown) => void
  /** A code was shown while another's verdict stands. */
  readonly onHeldBack: () => void
  /** Whether a verdict stands that must be dismissed: nothing is read meanwhile. */
  readonly onWaiting: (isWaiting: boolean) => void
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/** What is on the screen between one code and the next. */
export function createVerdictFlow(parts: Parts): VerdictFlow {
  const { scanner, onVerdict, onHeldBack, onWaiting, setTimer } = parts
  const shown = signal<Shown | null>(null)
  const notice = signal<FlowNotice | null>(null)
  const isSearching = signal(false)
  let wantedReason = ''
  let stopTimer = (): void => {}

  const isWaiting = (): boolean => shown.value !== null && shown.value.decision.verdict !== 'PASS'
  const clear = (): void => {
    stopTimer()
    if (isWaiting()) onWaiting(false)
    if (notice.value !== 'log.failed') notice.value = null
    isSearching.value = false
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
  /** A code of a transfer is nobody's pass: it may be read while the panel that takes it is still being opened. */
  const tellTransfer = (): void => {
    if (shown.value === null) notice.value = 'scan.transfer'
  }
  const logged = async <T>(work: () => Promise<T> | undefined): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      console.error(error)
      notice.value = isStorageFull(error) ? 'log.full' : 'log.failed' // without an entry there is no verdict
      return undefined
    }
  }
  const letThrough = async (reason: string, by: number | null, pass: string | null): Promise<void> => {
    const standing = shown.value
    if (standing === null) return
    const isLogged = await logged(async () => {
      await scanner()?.override(standing, reason, by)
      return true
    })
    if (isLogged !== true) return
    scanner()?.dismiss(standing)
    if (pass !== null) scanner()?.dismiss({ text: pass })
    clear()
  }
  /** The refused code itself may still be before the camera; it is nobody's duty pass. */
  const supervise = async (text: string): Promise<void> => {
    if (text === shown.value?.text) return
    const found = await parts.readSupervisor(text)
    if (!isSearching.value) return
    if (found.ok) await letThrough(wantedReason, found.value, text)
    else notice.value = `duty.${found.failure}`
  }
  return {
    shown,
    notice,
    isSearching,
    async take(text, method) {
      noteUse()
      if (isSearching.value) return supervise(text)
      if (offerToTap(text)) return
      if (readFrame(text).ok) return tellTransfer()
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
    needs: () => (shown.value === null ? 'nothing' : parts.needs(shown.value)),
    async override(reason) {
      if (shown.value === null) return
      const needs = parts.needs(shown.value)
      if (needs === 'never') return
      if (needs !== 'supervisor') return letThrough(reason, null, null)
      notice.value = null
      wantedReason = reason
      isSearching.value = true
    },
    endSearch() {
      isSearching.value = false
      notice.value = null
    },
    end: clear
  }
}
