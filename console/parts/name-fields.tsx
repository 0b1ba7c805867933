import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'

type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }

/** Everything that people see has a Chinese and an English name. */
export const NameFields = ({ field }: { field: (name: 'name' | 'nameEn') => Wiring }) => (
  <>
    <Field label={t('settings.name')} maxLength={60} {...field('name')} />
    <Field label={t('settings.nameEn')} maxLength={60} {...field('nameEn')} />
  </>
)

export const BothNames = ({ named }: { named: { name: string; nameEn: string } }) => (
  <>
    <strong>{named.name}</strong> <span class="soft">{named.nameEn}</span>
  </>
)
