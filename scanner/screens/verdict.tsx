import { useEffect, useRef, useState } from 'preact/hooks'
import type { AdmissionNeed, OverrideNeed } from '../../shared/gate/override-rules.ts'
import { t } from '../../ui/i18n/gate.ts'
import { language, say } from '../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { lookOf } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { verdictWord } from '../../ui/verdict/words.ts'
import type { Shown } from '../state/scan.ts'
import type { FlowNotice } from '../state/verdict-flow.ts'
import { LaterResident } from './later-resident.tsx'
import { OverrideReasons } from './override-reasons.tsx'
import { StatusLine } from './status-bar.tsx'
import { VerdictFacts } from './verdict-facts.tsx'
import { VerdictWord } from './verdict-word.tsx'

type Props = {
  readonly shown: Shown
  readonly notice: FlowNotice | null
  readonly needs: AdmissionNeed
  readonly onNext: () => void
  readonly onOverride: (reason: string) => void
}

const ADMIT = {
  nothing: 'verdict.admitNow',
  reason: 'verdict.admit',
  supervisor: 'verdict.admitBy'
} as const satisfies Record<OverrideNeed, string>

/** Shape, colour, one word; then what to do; the holder only in small. The whole screen, readable at arm's length. */
export function VerdictScreen({ shown, notice, needs, onNext, onOverride }: Props) {
  const { verdict, headline } = shown.decision
  const [view, setView] = useState<'verdict' | 'reasons' | 'resident'>('verdict')
  const look = lookOf(verdict, headline)
  const section = useFocus(verdict !== 'PASS')
  const admit = (): void => (needs === 'nothing' ? onOverride(t('reason.none')) : setView('reasons'))
  const back = (): void => setView('verdict')
  if (view === 'resident') return <LaterResident verdict={verdict} headline={headline} onBack={back} />
  return (
    <section
      ref={section}
      class={`gate-verdict ${look.className}`}
      role="alert"
      tabIndex={-1}
      data-verdict={verdict}
      data-headline={headline}
    >
      <StatusLine />
      {view === 'verdict' ? <VerdictShape shape={look.shape} class="gate-verdict-shape" /> : <span />}
      <VerdictWord word={verdictWord(verdict, headline)[language.value]} />
      <p class="gate-verdict-line">{say(REASON_SENTENCES[headline])}</p>
      <VerdictFacts decision={shown.decision} nowMs={shown.entry.deviceMs + (shown.entry.offsetMs ?? 0)} />
      {notice !== null && <p class="gate-verdict-notice">{t(notice)}</p>}
      {verdict !== 'PASS' && (
        <div class="gate-verdict-actions">
          {view === 'reasons' ? (
            <OverrideReasons onChoose={onOverride} onBack={back} />
          ) : (
            <>
              <button
                type="button"
                class={`gate-big gate-big-plain${needs === 'never' ? ' gate-wide-row' : ''}`}
                data-resident
                onClick={() => setView('resident')}
              >
                {t('verdict.resident')}
              </button>
              {needs !== 'never' && (
                <button type="button" class="gate-big gate-big-plain" data-admit onClick={admit}>
                  {t(ADMIT[needs])}
                </button>
              )}
              <button type="button" class="gate-big gate-wide-row" data-next onClick={onNext}>
                {t('verdict.next')}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  )
}

/**
 * A verdict that waits takes the keyboard: the next Tab is its first button. Never a button itself, or a stray Enter
 * would answer for the volunteer.
 */
function useFocus(isWanted: boolean) {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isWanted) return
    const before = document.activeElement
    element.current?.focus({ preventScroll: true })
    return () => before instanceof HTMLElement && before.isConnected && before.focus({ preventScroll: true })
  }, [])
  return element
}
