import { CONTACT_OUTCOMES, CONTACT_WAYS } from '../../shared/register/words.ts'
import type { ContactInput, HouseholdSheet } from '../../shared/schema/register.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { tg } from '../../ui/i18n/register.ts'
import { Form } from '../parts/form.tsx'
import { useForm } from '../state/use-form.ts'
import { noteContact } from './endpoints.ts'
import { optionsOf } from './options.ts'

type Props = { household: number; onDone: (sheet: HouseholdSheet) => void; onClose: () => void }

export function ContactDialog({ household, onDone, onClose }: Props) {
  const { field, frame } = useForm({
    first: { how: 'phone', outcome: 'reached', note: '' },
    body: ({ how, outcome, note }): ContactInput => ({
      how: how as ContactInput['how'],
      outcome: outcome as ContactInput['outcome'],
      note: note.trim() === '' ? null : note.trim()
    }),
    write: noteContact(household),
    onDone
  })
  return (
    <Dialog title={tg('register.contact')} onClose={onClose}>
      <p>{tg('register.contactHelp')}</p>
      <Form {...frame} submit={tg('register.save')} extra={<Button onClick={onClose}>{tg('register.cancel')}</Button>}>
        <Select label={tg('register.how')} options={optionsOf('way', CONTACT_WAYS)} {...field('how')} />
        <Select label={tg('register.outcome')} options={optionsOf('outcome', CONTACT_OUTCOMES)} {...field('outcome')} />
        <Field label={tg('register.note')} optional maxLength={200} {...field('note')} />
      </Form>
    </Dialog>
  )
}
