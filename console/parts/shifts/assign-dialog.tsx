import type { Assign, SlotView } from '../../../shared/schema/shifts.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Select } from '../../../ui/components/select.tsx'
import { formatTime } from '../../../ui/i18n/format.ts'
import { ts } from '../../../ui/i18n/shifts.ts'
import { assignPlace, listVolunteers } from '../../api/shift-endpoints.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useForm } from '../../state/use-form.ts'
import { Form } from '../form.tsx'
import { CancelButton } from '../settings-panel.tsx'

type Props = { slot: SlotView; onDone: () => void; onClose: () => void }

/** Somebody who is known at the site, or somebody new who asked by phone. */
export function AssignDialog({ slot, onDone, onClose }: Props) {
  const { state } = useAnswer(`volunteers ${slot.site}`, () => listVolunteers(slot.site))
  const volunteers = state.kind === 'ready' ? state.value.volunteers : []
  const { values, field, frame } = useForm({
    first: { volunteer: '', name: '', phone: '' },
    check: ({ volunteer, name, phone }) =>
      volunteer !== ''
        ? {}
        : {
            ...(name.trim() === '' ? { name: ts('field.needed') } : {}),
            ...(phone.trim() === '' ? { phone: ts('field.needed') } : {})
          },
    body: ({ volunteer, name, phone }): Assign => (volunteer === '' ? { name: name.trim(), phone: phone.trim() } : { volunteer }),
    write: assignPlace(slot.id),
    onDone
  })
  const title = `${formatTime(slot.start, 'shortDateTime')} – ${formatTime(slot.end, 'time')}`
  return (
    <Dialog title={ts('plan.assignTo', { slot: title })} onClose={onClose}>
      <Form {...frame} submit={ts('plan.assign')} extra={<CancelButton onClick={onClose} />}>
        <Select
          label={ts('plan.volunteer')}
          options={[
            { value: '', label: ts('plan.somebodyNew') },
            ...volunteers.map(({ id, name, phone }) => ({ value: id, label: `${name} ${phone}` }))
          ]}
          {...field('volunteer')}
        />
        {values.volunteer === '' && (
          <>
            <Field label={ts('plan.name')} autocomplete="off" maxLength={60} {...field('name')} />
            <Field label={ts('plan.phone')} autocomplete="off" maxLength={40} exact {...field('phone')} />
          </>
        )}
      </Form>
    </Dialog>
  )
}
