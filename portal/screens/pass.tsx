import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'
import { CardReport } from './card-report.tsx'
import { PassFacts } from '../parts/pass-facts.tsx'
import { RemoveDialog } from '../parts/remove-dialog.tsx'
import { type KeptPass, stateOf } from '../state/kept-pass.ts'
import { isKept, refreshPass } from '../state/passes.ts'
import { useWakeLock } from '../state/use-wake-lock.ts'

/** Black on white in every theme, the code as wide as the screen. No sign of approval: only a scan answers. */
export function PassScreen({ kept }: { kept: KeptPass }) {
  const [removing, setRemoving] = useState(false)
  const [now, setNow] = useState(() => Date.now())
  const status = useStatus(kept)
  useWakeLock()
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000) // so that a pass that runs out in the hand says so
    return () => clearInterval(timer)
  }, [])
  const { pass } = kept
  const state = stateOf(kept, now)
  return (
    <div class="pass-page">
      <header class="pass-head">
        <a href="#/">← {t('list.all')}</a>
        <LanguageSwitch />
      </header>
      <main class="pass-main">
        {state !== 'valid' && (
          <p class="pass-state" role="status">
            {t(`pass.${state}`)}
          </p>
        )}
        <div class="pass-code">
          <QrCode text={pass.text} what={`${t('pass.code')} ${pass.label}`} />
        </div>
        <PassFacts kept={kept} state={state} />
        <p class="pass-only-scan">{t('pass.onlyScan')}</p>
        <p>{t('pass.bright')}</p>
        {!isKept.value && <Notice tone="warn">{t('open.notKept')}</Notice>}
        <p role="status">{status.failed && t('pass.refreshFailed')}</p>
        {pass.kind === 'work' && <CardReport serial={pass.serial} onReported={status.ask} />}
        <div class="pass-buttons">
          <Button busy={status.busy} onClick={status.ask}>
            {t('pass.refresh')}
          </Button>
          <Button look="danger" onClick={() => setRemoving(true)}>
            {t('pass.remove')}
          </Button>
        </div>
      </main>
      {removing && <RemoveDialog pass={pass} onClose={() => setRemoving(false)} />}
    </div>
  )
}

/** Asks for the status when the pass comes into sight, when the network comes back, and when told to. */
function useStatus(kept: KeptPass) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const ask = async (): Promise<void> => {
    setBusy(true)
    setFailed((await refreshPass(kept)) !== null)
    setBusy(false)
  }
  const askInSight = (): void => {
    if (document.visibilityState === 'visible') void ask()
  }
  useEffect(() => {
    askInSight()
    document.addEventListener('visibilitychange', askInSight)
    addEventListener('online', askInSight)
    return () => {
      document.removeEventListener('visibilitychange', askInSight)
      removeEventListener('online', askInSight)
    }
  }, [])
  return { busy, failed, ask }
}
