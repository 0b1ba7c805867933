import { useState } from 'preact/hooks'
import { RETENTION_WORDS, type RetentionView, type RetentionWord } from '../../shared/schema/retention.ts'
import { Field } from '../../ui/components/field.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { tr } from '../../ui/i18n/retention.ts'
import { setRetention } from '../api/retention.ts'
import { Form } from '../parts/form.tsx'
import { useForm } from '../state/use-form.ts'

type Values = Record<RetentionWord, string>

/** What is wrong with the days that were typed, by kind. */
function wrongDays(values: Values, limits: RetentionView['limits']): Partial<Values> {
  const wrong: Partial<Values> = {}
  for (const { kind, min, max } of limits) {
    const days = Number(values[kind])
    if (!/^\d{1,4}$/.test(values[kind]) || days < min || days > max) wrong[kind] = tr('retention.wrong', { min, max })
  }
  if (wrong.pseudonyms === undefined && Number(values.pseudonyms) < Number(values.passages))
    wrong.pseudonyms = tr('retention.order')
  return wrong
}

const hintOf = (kind: RetentionWord, min: number, max: number): string => {
  const between = tr('retention.between', { min, max })
  return kind === 'passages' || kind === 'pseudonyms' ? `${between} · ${tr(`retention.${kind}.help`)}` : between
}

export function DaysForm({ view }: { view: RetentionView }) {
  const [isSaved, setSaved] = useState(false)
  const { field, frame } = useForm({
    first: Object.fromEntries(RETENTION_WORDS.map(word => [word, String(view.days[word])])) as Values,
    check: values => {
      setSaved(false)
      return wrongDays(values, view.limits)
    },
    body: values => ({
      days: Object.fromEntries(RETENTION_WORDS.map(word => [word, Number(values[word])])) as RetentionView['days']
    }),
    write: setRetention,
    onDone: () => setSaved(true)
  })
  return (
    <section class="panel">
      <Form {...frame} submit={tr('retention.save')}>
        <div class="retention-days">
          {view.limits.map(({ kind, min, max }) => (
            <Field
              key={kind}
              label={tr(`retention.${kind}`)}
              hint={hintOf(kind, min, max)}
              inputMode="numeric"
              maxLength={4}
              exact
              {...field(kind)}
            />
          ))}
        </div>
        {isSaved && <Notice>{tr('retention.saved')}</Notice>}
      </Form>
    </section>
  )
}
