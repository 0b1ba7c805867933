import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'

type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }

export const DocumentField = (wiring: Wiring) => (
  <Field
    label={t('issue.document')}
    hint={t('issue.documentHint')}
    optional
    autocomplete="off"
    exact
    maxLength={40}
    {...wiring}
  />
)

export const PlateField = (wiring: Wiring) => (
  <Field label={t('issue.plate')} hint={t('issue.plateHint')} autocomplete="off" exact maxLength={20} {...wiring} />
)
