import type { Decision } from '../../shared/gate/decide.ts'
import { REASONS } from '../../shared/verify/reasons.ts'
import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'
import { asOfText } from './status-bar.tsx'

/** Whose pass it is, masked; genuine and current are two things; the codes are for the telephone. */
export function VerdictFacts({ decision, nowMs }: { decision: Decision; nowMs: number }) {
  const { genuine, asOf, pass, headline, findings, driver = null, notices } = decision
  const others = findings.filter(({ reason }) => reason !== headline).map(({ reason }) => REASONS[reason])
  return (
    <div class="gate-verdict-facts">
      {pass !== null && (
        <p>
          {tc(`kind.${pass.kind}`)} · <strong class="gate-verdict-label">{pass.label}</strong>
          {pass.documentTail !== null && <span class="numbers"> · {t('verdict.tail', { tail: pass.documentTail })}</span>}
        </p>
      )}
      {driver !== null && driver !== pass && (
        <p>
          {tc(`kind.${driver.kind}`)} · {driver.label}
        </p>
      )}
      {notices.map(({ prefix, notice }) => (
        <p key={prefix}>
          <strong>{notice}</strong>
        </p>
      ))}
      <p class="small numbers">
        {genuine && `${t('verdict.genuine')} · ${t('verdict.asOf', { time: asOfText(asOf, nowMs) })} · `}
        {[REASONS[headline], ...others].join(' ')}
      </p>
    </div>
  )
}
