import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { closePanel } from '../state/panel.ts'
import { createScanCamera, type ScanCamera } from '../state/scan-camera.ts'
import { signal } from '../state/signals.ts'
import { scanner } from '../state/start-gate.ts'
import { createVerdictFlow, type VerdictFlow } from '../state/verdict-flow.ts'
import { loadCamera } from './load-camera.ts'
import { OpenPanel } from './panels.tsx'
import { StatusBar } from './status-bar.tsx'
import { Tools } from './tools.tsx'
import { useWakeLock } from './use-wake-lock.ts'
import { VerdictScreen } from './verdict.tsx'

type Scan = { readonly camera: ScanCamera; readonly flow: VerdictFlow }

function createScan(): Scan {
  const camera = createScanCamera({
    load: loadCamera,
    storage: localStorage,
    onText: text => void flow.take(text, 'camera')
  })
  const flow = createVerdictFlow({
    scanner: () => scanner.value,
    onVerdict: ({ decision }) => signal(decision.verdict),
    onHeldBack: () => signal('held-back'),
    onWaiting: isWaiting => (isWaiting ? camera.pause() : camera.resume()),
    setTimer: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    }
  })
  return { camera, flow }
}

/** Camera, code, verdict, next: no touch in between as long as everybody may pass. */
export function ScanScreen() {
  const host = useRef<HTMLDivElement>(null)
  const { camera, flow } = useMemo(createScan, [])
  const open = (): void => {
    if (host.current !== null) void camera.open(host.current)
  }
  useWakeLock()
  useEffect(() => {
    open()
    return () => {
      closePanel()
      flow.end()
      camera.close()
    }
  }, [])
  const shown = flow.shown.value
  return (
    <main class="gate-scan" data-running={camera.isRunning.value}>
      <StatusBar />
      <div class="gate-view" ref={host} />
      <section class="gate-foot" aria-live="polite">
        <ScanState camera={camera} flow={flow} onRetry={open} />
        <Tools camera={camera} flow={flow} />
      </section>
      <OpenPanel camera={camera} flow={flow} />
      {shown !== null && (
        <VerdictScreen
          key={shown.entry.number}
          shown={shown}
          notice={flow.notice.value}
          onNext={flow.dismiss}
          onOverride={reason => void flow.override(reason)}
        />
      )}
    </main>
  )
}

/** What the camera is doing, or what keeps it from it. */
function ScanState({ camera, flow, onRetry }: Scan & { onRetry: () => void }) {
  const failure = camera.failure.value
  const notice = flow.notice.value
  return (
    <>
      {failure !== null && (
        <Notice tone="error">
          <p>{failure === 'decoder-broken' ? t('decoder.broken') : t(`camera.${failure}`)}</p>
          <Button class="gate-wide" onClick={onRetry}>
            {t('scan.retry')}
          </Button>
        </Notice>
      )}
      {notice !== null && <Notice tone="error">{t(notice)}</Notice>}
      {failure === null && notice === null && (
        <p class="gate-aim">{camera.isRunning.value ? t('scan.aim') : t('scan.starting')}</p>
      )}
    </>
  )
}
