import { useState } from 'preact/hooks'
import type { PassDetail } from '../../shared/schema/passes.ts'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { readPass, symbolAddress } from '../api/endpoints.ts'
import { PassActions } from '../parts/pass-actions.tsx'
import { PassFacts } from '../parts/pass-facts.tsx'
import { PassHistory } from '../parts/pass-history.tsx'
import { PrintButtons } from '../parts/print-buttons.tsx'
import { ResidentLink } from '../parts/resident-link.tsx'
import { StateChip } from '../parts/state-chip.tsx'
import { titleOf } from '../state/pass-title.ts'
import { useAnswer } from '../state/use-answer.ts'

export function PassScreen({ serial, fresh }: { serial: number; fresh: boolean }) {
  const { state, reload, put } = useAnswer(String(serial), () => readPass(serial))
  return (
    <>
      <p>
        <a href="#/passes">← {t('passes.title')}</a>
      </p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {state.kind === 'ready' && <Pass pass={state.value} fresh={fresh} onChange={put} onStale={() => reload(true)} />}
    </>
  )
}

type Props = { pass: PassDetail; fresh: boolean; onChange: (pass: PassDetail) => void; onStale: () => void }

const Pass = ({ pass, fresh, onChange, onStale }: Props) => (
  <article>
    <header class="page-head">
      <h1>
        {titleOf(pass)} <StateChip pass={pass} />
      </h1>
      <p class="soft">
        {t(`kind.${pass.kind}`)} · {t('passes.number')} <span class="code">{pass.serial}</span>
      </p>
    </header>
    {fresh && pass.status === 'valid' && <Notice>{t('pass.issued')}</Notice>}
    <div class="pass-columns">
      <div class="pass-column">
        <div class="panel">
          <PassSymbol serial={pass.serial} />
          <PrintButtons serial={pass.serial} />
        </div>
        <div class="panel">
          <ResidentLink link={pass.link} />
        </div>
      </div>
      <div class="pass-column">
        <div class="panel">
          <PassFacts pass={pass} />
          <PassActions pass={pass} onChange={onChange} onStale={onStale} />
        </div>
        <div class="panel">
          <PassHistory history={pass.history} />
        </div>
      </div>
    </div>
  </article>
)

function PassSymbol({ serial }: { serial: number }) {
  const [failed, setFailed] = useState(false)
  if (failed) return <Notice tone="error">{t('pass.symbolFailed')}</Notice>
  return (
    <img
      class="symbol"
      src={symbolAddress(serial)}
      alt={t('pass.symbolAlt')}
      width="410"
      height="410"
      onError={() => setFailed(true)}
    />
  )
}
