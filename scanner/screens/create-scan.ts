import { effect } from '@preact/signals'
import { listenToKeys } from '../keys/listen.ts'
import { followUp } from '../state/follow-up.ts'
import { type BatteryTeller, isBatteryLow, watchBattery } from '../state/low-battery.ts'
import { preferences } from '../state/preferences.ts'
import { createSaver, type Saver } from '../state/saver.ts'
import { createScanCamera, type ScanCamera } from '../state/scan-camera.ts'
import { signal } from '../state/signals.ts'
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

const setTimer = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

export function createScan(): Scan {
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
  const saver = createSaver({ sleep: camera.sleep, wake: open, setTimer })
  const flow = createVerdictFlow({
    scanner: () => scanner.value,
    onVerdict(shown) {
      signal(shown.decision.verdict)
      saver.shown()
      followUp(shown)
    },
    onHeldBack: () => signal('held-back'),
    onWaiting: isWaiting => (isWaiting ? camera.pause() : camera.resume()),
    setTimer
  })
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
        onText: text => void flow.take(text, 'wedge'),
        onTrigger: saver.press,
        setTimer
      })
      void watchBattery(navigator as BatteryTeller)
      const unfollow = effect(() => {
        const { value } = preferences.saver
        saver.follow(value === 'on' || (value === 'auto' && isBatteryLow.value))
      })
      return () => {
        unfollow()
        saver.end()
        deafen()
        flow.end()
        host = null
        camera.close()
      }
    }
  }
}
