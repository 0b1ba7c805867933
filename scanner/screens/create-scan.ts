import { computed, effect, signal as value } from '@preact/signals'
import { overrideNeeds } from '../../shared/gate/override.ts'
import { listenToKeys } from '../keys/listen.ts'
import { type BatteryTeller, isBatteryLow, watchBattery } from '../state/low-battery.ts'
import { policyNow, superviseNow } from '../state/override-now.ts'
import { closePanel, type PanelName, panel } from '../state/panel.ts'
import { preferences } from '../state/preferences.ts'
import { createSaver, type Saver } from '../state/saver.ts'
import { createScanCamera, type ScanCamera } from '../state/scan-camera.ts'
import { signal } from '../state/signals.ts'
import type { Shown } from '../state/shown.ts'
import { scanner } from '../state/start-gate.ts'
import { createTorchGuide, type TorchGuide } from '../state/torch-guide.ts'
import { createVerdictFlow, type VerdictFlow } from '../state/verdict-flow.ts'
import { loadCamera } from './load-camera.ts'

/** What the scan screen works with, for as long as it is shown. */
export type Scan = {
  readonly camera: ScanCamera
  readonly flow: VerdictFlow
  readonly guide: TorchGuide
  readonly saver: Saver
  /** Opens the camera in `host` and listens to keys, until the returned function is called. */
  start(host: HTMLElement): () => void
}

/** The panels that leave the camera in sight. Behind every other nothing is read: nobody would see the verdict. */
const OPEN_TO_CAMERA: readonly PanelName[] = ['shift', 'receive']
const isCovered = (): boolean => panel.value !== null && !OPEN_TO_CAMERA.includes(panel.value)

const setTimer = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Not on the first screen's way: what comes after a verdict is loaded while the camera starts. */
async function loadFollowUp(): Promise<(shown: Shown) => void> {
  const { createFollowUp } = await import('../state/follow-up.ts')
  return createFollowUp({ storage: localStorage, now: () => Date.now() })
}

export function createScan(): Scan {
  const later = loadFollowUp()
  let host: HTMLElement | null = null
  const open = (): void => {
    if (host !== null) void camera.open(host)
  }
  const camera = createScanCamera({
    load: loadCamera,
    storage: localStorage,
    onText: text => void flow.take(text, 'camera'),
    onLuma: (luma, atMs) => guide.see(luma, atMs)
  })
  const guide = createTorchGuide({
    hasTorch: () => camera.hasTorch.value,
    isOn: () => camera.isTorchOn.value,
    turn: on => void camera.setTorch(on)
  })
  const isWaiting = value(false)
  /** Somebody holds something to the camera that takes its time: a supervisor is looked for, codes are being received. */
  const isNeeded = computed(() => flow.isSearching.value || panel.value === 'receive')
  const saver = createSaver({ sleep: camera.sleep, wake: open, setTimer })
  const flow = createVerdictFlow({
    scanner: () => scanner.value,
    onVerdict(shown) {
      signal(shown.decision.verdict)
      saver.shown()
      later.then(followUp => followUp(shown), console.error)
    },
    onHeldBack: () => signal('held-back'),
    onWaiting(waits) {
      isWaiting.value = waits
    },
    needs: ({ decision }) => overrideNeeds(decision, policyNow()),
    readSupervisor: text => superviseNow(text),
    setTimer
  })
  /** The menu makes way; what is being written down does not, and the volunteer hears that the code did not count. */
  const takeFromReader = (text: string): void => {
    if (panel.value === 'menu') closePanel()
    if (isCovered()) signal('held-back')
    else void flow.take(text, 'wedge')
  }
  return {
    camera,
    flow,
    guide,
    saver,
    start(place) {
      host = place
      open()
      const deafen = listenToKeys({
        target: window,
        onText: takeFromReader,
        onTrigger: saver.press,
        setTimer
      })
      const unwatch = effect(() => {
        if (isCovered() || (isWaiting.value && !flow.isSearching.value)) camera.pause()
        else camera.resume()
      })
      const unhold = effect(() => (isNeeded.value ? saver.hold() : saver.rest()))
      void watchBattery(navigator as BatteryTeller)
      const unfollow = effect(() => {
        const { value } = preferences.saver
        saver.follow(value === 'on' || (value === 'auto' && isBatteryLow.value))
      })
      return () => {
        unfollow()
        unwatch()
        unhold()
        saver.end()
        deafen()
        flow.end()
        host = null
        camera.close()
      }
    }
  }
}
