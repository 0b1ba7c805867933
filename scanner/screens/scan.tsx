import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { closePanel } from '../state/panel.ts'
import { createScan, type Scan } from './create-scan.ts'
import { OpenPanel } from './panels.tsx'
import { StatusBar } from './status-bar.tsx'
import { Strips } from './strips.tsx'
import { SupervisorSearch } from './supervisor-search.tsx'
import { Tools } from './tools.tsx'
import { useWakeLock } from './use-wake-lock.ts'
import { VerdictScreen } from './verdict.tsx'

/** Camera, code, verdict, next: no touch in between as long as everybody may pass. */
export function ScanScreen() {
  const host = useRef<HTMLDivElement>(null)
  const scan = useMemo(createScan, [])
  const { camera, flow, guide, saver } = scan
  useWakeLock()
  useEffect(() => {
    if (host.current === null) return
    const stop = scan.start(host.current)
    return () => {
      closePanel()
      stop()
    }
  }, [])
  const shown = flow.shown.value
  const isCovered = shown !== null
  return (
    <main class="gate-scan" data-running={camera.isRunning.value}>
      <StatusBar />
      <div class="gate-view">
        <div class="gate-picture" ref={host} />
        {saver.isAsleep.value && <WakeButton onPress={saver.press} />}
      </div>
      <section class="gate-foot" aria-live="polite" inert={isCovered}>
        {!saver.isAsleep.value && (
          <ScanState camera={camera} flow={flow} guide={guide} onRetry={() => host.current && void camera.open(host.current)} />
        )}
        <Tools camera={camera} flow={flow} guide={guide} />
      </section>
      <Strips flow={flow} />
      <OpenPanel camera={camera} flow={flow} />
      {shown !== null && flow.isSearching.value && (
        <SupervisorSearch shown={shown} notice={flow.notice.value} onBack={flow.endSearch} />
      )}
      {shown !== null && !flow.isSearching.value && (
        <VerdictScreen
          key={shown.entry.number}
          shown={shown}
          notice={flow.notice.value}
          needs={flow.needs()}
          onNext={flow.dismiss}
          onOverride={reason => void flow.override(reason)}
        />
      )}
    </main>
  )
}

/** Everything above the tools is one key while the camera sleeps. */
const WakeButton = ({ onPress }: { onPress: () => void }) => (
  <button type="button" class="gate-wake" onClick={onPress} data-wake>
    <strong>{t('scan.wake')}</strong>
    <span>{t('scan.asleep')}</span>
  </button>
)

/** What the camera is doing, or what keeps it from it. */
function ScanState({ camera, flow, guide, onRetry }: Pick<Scan, 'camera' | 'flow' | 'guide'> & { onRetry: () => void }) {
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
      {failure === null && notice === null && <p class="gate-aim">{aimText(camera.isRunning.value, guide.isSuggested.value)}</p>}
    </>
  )
}

function aimText(isRunning: boolean, isDark: boolean): string {
  if (!isRunning) return t('scan.starting')
  return isDark ? t('scan.dark') : t('scan.aim')
}
