import { useState } from 'preact/hooks'
import { CONTACT_OUTCOMES } from '../../shared/register/words.ts'
import type { AttemptInput, ItemDetail } from '../../shared/schema/survey.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { fromLocalInput } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { optionsOf } from '../register/options.ts'
import { Form } from '../parts/form.tsx'
import { CancelButton } from '../parts/settings-panel.tsx'
import { useForm } from '../state/use-form.ts'
import { noteAttempt } from './endpoints.ts'
import { ATTEMPT_WAYS, newAttemptId } from './new-attempt.ts'

type Props = { round: string; household: number; onDone: (item: ItemDetail) => void; onClose: () => void }

export function AttemptDialog({ round, household, onDone, onClose }: Props) {
  const [{ id, at }] = useState(() => ({ id: newAttemptId(), at: Date.now() }))
  const { values, field, set, frame } = useForm({
    first: { way: 'phone', outcome: 'reached', next: '', note: '' },
    body: ({ way, outcome, next, note }): AttemptInput => {
      const seconds = fromLocalInput(next)
      return {
        id,
        at,
        way: way as AttemptInput['way'],
        outcome: outcome as AttemptInput['outcome'],
        nextAt: seconds === null || outcome === 'reached' ? null : seconds * 1000,
        note: note.trim() === '' ? null : note.trim()
      }
    },
    write: noteAttempt(round, household),
    onDone
  })
  return (
    <Dialog title={tv('survey.addAttempt')} onClose={onClose}>
      <Form {...frame} submit={tv('survey.save')} extra={<CancelButton onClick={onClose} />}>
        <Choice
          label={tv('survey.attempts')}
          value={values.way}
          options={optionsOf('way', ATTEMPT_WAYS)}
          onValue={way => set('way', way)}
        />
        <Choice
          label={tv('survey.progress')}
          value={values.outcome}
          options={optionsOf('outcome', CONTACT_OUTCOMES)}
          onValue={outcome => set('outcome', outcome)}
        />
        {values.outcome !== 'reached' && <Field label={tv('survey.next')} optional type="datetime-local" {...field('next')} />}
        <Field label={tv('survey.note')} optional maxLength={200} {...field('note')} />
      </Form>
    </Dialog>
  )
}
