import { useState } from 'preact/hooks'
import type { Gate, GateDirection } from '../../shared/trust/trust-bundle.ts'
import { Button } from '../../ui/components/button.tsx'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { tt } from '../../ui/i18n/tools.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { identity, isOnline, isRevoked, trust, unsent } from '../state/gate-state.ts'
import { allowSound } from '../state/signals.ts'
import { takePost } from '../state/start-gate.ts'
import { LaterDrill } from './drill/later-drill.tsx'
import { LeaveButton } from './leave-button.tsx'

const DIRECTIONS: readonly GateDirection[] = ['in', 'out']

/** Which gate, which direction: asked once, shown all the time afterwards. */
export function PostScreen() {
  const site = identity.value?.site
  const gates = (trust.value?.gates ?? []).filter(gate => gate.site === site)
  const [gateId, setGate] = useState<string | null>(null)
  const [direction, setDirection] = useState<GateDirection | null>(null)
  const gate = gates.find(({ id }) => id === gateId) ?? (gates.length === 1 ? gates[0] : undefined)
  const [isDrilling, setDrilling] = useState(false)
  const start = (): void => {
    if (gate === undefined || direction === null) return
    allowSound()
    takePost({ gate: gate.id, direction })
  }
  if (isDrilling) return <LaterDrill onClose={() => setDrilling(false)} />
  return (
    <main class="gate-page" data-unsent={unsent.value}>
      <header class="gate-head">
        <h1>{t('post.title')}</h1>
        <LanguageSwitch />
      </header>
      {isRevoked.value && <Notice tone="warn">{t('bar.revoked')}</Notice>}
      {trust.value === null && !isRevoked.value && (
        <Notice tone={isOnline.value ? 'info' : 'warn'}>{t(isOnline.value ? 'post.waiting' : 'post.offline')}</Notice>
      )}
      {trust.value !== null && gates.length === 0 && <Notice tone="warn">{t('post.noGates')}</Notice>}
      {gates.length > 0 && (
        <>
          <GateChoice gates={gates} chosen={gate?.id ?? null} onChoose={setGate} />
          <fieldset class="gate-choices">
            <legend>{t('post.direction')}</legend>
            {DIRECTIONS.filter(each => gate === undefined || gate.directions.includes(each)).map(each => (
              <button
                type="button"
                class="gate-choice"
                data-direction={each}
                aria-pressed={direction === each}
                onClick={() => setDirection(each)}
              >
                {t(`bar.direction.${each}`)}
              </button>
            ))}
          </fieldset>
          <Button look="primary" class="gate-wide" disabled={gate === undefined || direction === null} onClick={start} data-start>
            {t('post.start')}
          </Button>
        </>
      )}
      <Button class="gate-wide" onClick={() => setDrilling(true)} data-drill-open>
        {tt('tool.drill')}
      </Button>
      <LeaveButton />
    </main>
  )
}

const GateChoice = ({
  gates,
  chosen,
  onChoose
}: {
  gates: readonly Gate[]
  chosen: string | null
  onChoose: (id: string) => void
}) => (
  <fieldset class="gate-choices">
    <legend>{t('post.gate')}</legend>
    {gates.map(gate => (
      <button
        type="button"
        class="gate-choice"
        data-gate={gate.id}
        aria-pressed={chosen === gate.id}
        onClick={() => onChoose(gate.id)}
      >
        {nameOf(gate)}
      </button>
    ))}
  </fieldset>
)
