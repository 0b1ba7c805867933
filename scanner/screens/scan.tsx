import { useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { post } from '../state/gate-state.ts'
import type { Shown } from '../state/scan.ts'
import { signalVerdict } from '../state/signals.ts'
import { scanner } from '../state/start-gate.ts'
import { StatusBar } from './status-bar.tsx'
import { useCamera } from './use-camera.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { VerdictScreen } from './verdict.tsx'

/** A PASS makes room by itself; everything else waits for the volunteer. */
const PASS_SHOWN_MS = 1_400

/** Camera, code, verdict, next: no touch in between as long as everybody may pass. */
export function ScanScreen() {
  const host = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [shown, setShown] = useState<Shown | null>(null)
  const [notice, setNotice] = useState<'log.failed' | 'scan.nothing' | null>(null)
  const waits = useRef(false)
  useWakeLock()

  const clear = (): void => {
    clearTimeout(timer.current)
    waits.current = false
    setShown(null)
  }
  const take = async (text: string, method: 'camera' | 'file'): Promise<void> => {
    if (waits.current) return // a refusal stays until it was seen
    try {
      const next = await scanner.value?.take(text, method)
      if (next === null || next === undefined) return
      setNotice(null)
      setShown(next)
      signalVerdict(next.decision.verdict)
      clearTimeout(timer.current)
      waits.current = next.decision.verdict !== 'PASS'
      if (!waits.current) timer.current = setTimeout(clear, PASS_SHOWN_MS)
    } catch (error) {
      console.error(error)
      setNotice('log.failed') // without an entry there is no verdict
    }
  }
  const camera = useCamera(host, text => void take(text, 'camera'))
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const text = await camera.decodeFile(file)
    if (text === null) setNotice('scan.nothing')
    else await take(text, 'file')
  }
  const override = async (reason: string): Promise<void> => {
    if (shown !== null) await scanner.value?.override(shown, reason)
    clear()
  }
  return (
    <main class="gate-scan">
      <StatusBar />
      <div class="gate-view" ref={host} />
      <section class="gate-foot" aria-live="polite">
        {camera.failure !== null && (
          <Notice tone="error">
            {camera.failure === 'decoder-broken' ? t('decoder.broken') : t(`camera.${camera.failure}`)}{' '}
            <Button onClick={camera.retry}>{t('scan.retry')}</Button>
          </Notice>
        )}
        {notice !== null && <Notice tone="error">{t(notice)}</Notice>}
        {camera.failure === null && notice === null && (
          <p class="gate-aim">{camera.isRunning ? t('scan.aim') : t('scan.starting')}</p>
        )}
        <div class="gate-tools">
          {camera.hasTorch && (
            <button type="button" class="gate-tool" aria-pressed={camera.isTorchOn} onClick={camera.toggleTorch}>
              {t('scan.torch')}
            </button>
          )}
          <label class="gate-tool">
            {t('scan.file')}
            <input
              type="file"
              accept="image/*"
              class="gate-file"
              onChange={event => {
                void takeFile(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
          </label>
          <button type="button" class="gate-tool" onClick={() => (post.value = null)}>
            {t('scan.change')}
          </button>
        </div>
      </section>
      {shown !== null && <VerdictScreen shown={shown} onNext={clear} onOverride={reason => void override(reason)} />}
    </main>
  )
}
