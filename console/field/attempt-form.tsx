import { useState } from 'preact/hooks'
import { CONTACT_OUTCOMES } from '../../shared/register/words.ts'
import type { AttemptInput } from '../../shared/schema/survey.ts'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { fromLocalInput } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/field.ts'
import { optionsOf } from '../register/options.ts'
import { ATTEMPT_WAYS } from '../survey/new-attempt.ts'
import { noteAttempt } from './state.ts'

export function AttemptForm({ door, onDone }: { door: FieldDoor; onDone: () => void }) {
  const [way, setWay] = useState<AttemptInput['way']>('door')
  const [outcome, setOutcome] = useState<AttemptInput['outcome']>('reached')
  const [next, setNext] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const seconds = fromLocalInput(next)
    const nextAt = seconds === null || outcome === 'reached' ? null : seconds * 1000
    await noteAttempt(door, { way, outcome, nextAt, note: note.trim() === '' ? null : note.trim() })
    onDone()
  }
  return (
    <form class="walk-form" noValidate onSubmit={event => void save(event)}>
      <Choice
        label={tw('my.way')}
        value={way}
        options={optionsOf('way', ATTEMPT_WAYS)}
        onValue={value => setWay(value as AttemptInput['way'])}
      />
      <Choice
        label={tw('my.outcome')}
        value={outcome}
        options={optionsOf('outcome', CONTACT_OUTCOMES)}
        onValue={value => setOutcome(value as AttemptInput['outcome'])}
      />
      {outcome !== 'reached' && <Field label={tw('my.next')} optional type="datetime-local" value={next} onValue={setNext} />}
      <Field label={tw('my.note')} optional name="note" maxLength={200} value={note} onValue={setNote} />
      <div class="walk-actions">
        <Button look="primary" type="submit" busy={busy} data-save>
          {tw('my.save')}
        </Button>
        <Button onClick={onDone}>{tw('my.cancel')}</Button>
      </div>
    </form>
  )
}
