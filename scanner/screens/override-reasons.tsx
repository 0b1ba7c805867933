import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'

const OVERRIDE_REASONS = ['reason.home', 'reason.medical', 'reason.known', 'reason.public'] as const

/** Why somebody is let through all the same: one tap, no typing. */
export const OverrideReasons = ({ onChoose, onBack }: { onChoose: (reason: string) => void; onBack: () => void }) => (
  <fieldset class="gate-reasons">
    <legend>{t('verdict.reason')}</legend>
    {OVERRIDE_REASONS.map(reason => (
      <button key={reason} type="button" class="gate-big gate-big-plain" data-reason={reason} onClick={() => onChoose(t(reason))}>
        {t(reason)}
      </button>
    ))}
    <button type="button" class="gate-big gate-wide-row" onClick={onBack}>
      {tc('action.back')}
    </button>
  </fieldset>
)
