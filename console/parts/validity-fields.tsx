import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'
import { formatTime, toLocalInput } from '../../ui/i18n/format.ts'
import { endOf, LENGTH_PRESETS, type PassField, type PassForm } from '../state/new-pass.ts'

type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }
type Props = {
  values: PassForm
  field: (name: PassField) => Wiring
  set: (name: PassField, value: string) => void
  nowMs: number
}

export function ValidityFields({ values, field, set, nowMs }: Props) {
  const setBegin = (begin: string): void => {
    set('begin', begin)
    if (begin === 'later' && values.start === '') set('start', toLocalInput(nowMs))
  }
  const end = endOf(values, nowMs)
  return (
    <>
      <Choice
        label={t('issue.begin')}
        value={values.begin}
        options={[
          { value: 'now', label: t('issue.now') },
          { value: 'later', label: t('issue.later') }
        ]}
        onValue={setBegin}
      />
      {(values.begin === 'later' || field('start').error) && (
        <Field label={t('issue.start')} type="datetime-local" {...field('start')} />
      )}
      <HoursField values={values} field={field} set={set} />
      <p class="until numbers" aria-live="polite">
        {end !== null && t('issue.until', { end: formatTime(end, 'dateTime') })}
      </p>
    </>
  )
}

/** Presets in days, or hours as typed. Shown open when the hours were refused. */
export function HoursField({
  values,
  field,
  set
}: {
  values: { length: string }
  field: (name: 'hours') => Wiring
  set: (name: 'length' | 'hours', value: string) => void
}) {
  const options = [
    ...LENGTH_PRESETS.map(hours => ({ value: String(hours), label: t('issue.days', { days: hours / 24 }) })),
    { value: 'other', label: t('issue.otherHours') }
  ]
  const setLength = (length: string): void => {
    set('length', length)
    if (length !== 'other') set('hours', length)
  }
  const { error } = field('hours')
  return (
    <>
      <Choice label={t('issue.validity')} value={values.length} options={options} onValue={setLength} />
      {(values.length === 'other' || error) && (
        <Field label={t('issue.hours')} hint={t('issue.hoursHint')} inputMode="numeric" maxLength={5} exact {...field('hours')} />
      )}
    </>
  )
}
