import type { SlotsMade } from '../../../shared/schema/shifts.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Select } from '../../../ui/components/select.tsx'
import { nameOf } from '../../../ui/i18n/language.ts'
import { ts } from '../../../ui/i18n/shifts.ts'
import { addSlots } from '../../api/shift-endpoints.ts'
import { known } from '../../state/directory.ts'
import { checkSlots, dayOf, EMPTY_SLOTS, slotsOf } from '../../state/shift-form.ts'
import { useForm } from '../../state/use-form.ts'
import { Form } from '../form.tsx'
import { CancelButton } from '../settings-panel.tsx'

type Props = { site: number; week: number; onDone: (made: SlotsMade) => void; onClose: () => void }

/** Every n hours of some days, n places each: a week of a gate in one go. */
export function NewSlotsDialog({ site, week, onDone, onClose }: Props) {
  const gates = (known()?.gates ?? []).filter(gate => gate.site === site).map(gate => ({ value: gate.id, label: nameOf(gate) }))
  const { values, field, frame } = useForm({
    first: { ...EMPTY_SLOTS, gate: gates[0]?.value ?? '', day: dayOf(Math.max(week, Date.now())) },
    check: checkSlots,
    body: slotsOf,
    write: addSlots,
    onDone
  })
  const count = Object.keys(checkSlots(values)).length === 0 ? slotsOf(values).slots.length : null
  const number = (name: 'days' | 'from' | 'to' | 'hours' | 'places') => (
    <Field label={ts(`plan.form.${name}`)} inputMode="numeric" maxLength={3} exact {...field(name)} />
  )
  return (
    <Dialog title={ts('plan.new')} onClose={onClose}>
      <Form {...frame} submit={ts('plan.make')} extra={<CancelButton onClick={onClose} />}>
        <Select label={ts('plan.gate')} options={gates} {...field('gate')} />
        <Field label={ts('plan.form.day')} hint={ts('plan.form.dayHint')} maxLength={10} exact {...field('day')} />
        <div class="plan-numbers">
          {number('days')}
          {number('from')}
          {number('to')}
          {number('hours')}
          {number('places')}
        </div>
        <p class="soft numbers" aria-live="polite">
          {count !== null && ts('plan.form.count', { count })}
        </p>
      </Form>
    </Dialog>
  )
}
