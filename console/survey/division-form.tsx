import type { DivisionInput } from '../../shared/schema/register.ts'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { nameOf } from '../../ui/i18n/language.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { Form } from '../parts/form.tsx'
import { CancelButton } from '../parts/settings-panel.tsx'
import { known } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { addDivision } from './endpoints.ts'

export function DivisionForm({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const communities = (known()?.communities ?? []).map(one => ({ value: one.id, label: nameOf(one) }))
  const { field, frame } = useForm({
    first: { community: communities[0]?.value ?? '', code: '', name: '', from: '', to: '' },
    needed: ['code', 'name', 'from'],
    body: ({ community, code, name, from, to }): DivisionInput => ({
      community,
      code: code.trim(),
      name: name.trim(),
      from: from.trim(),
      to: to.trim() === '' ? null : to.trim()
    }),
    write: addDivision,
    onDone
  })
  return (
    <Form {...frame} submit={tv('survey.save')} extra={<CancelButton onClick={onClose} />}>
      <Select label={tv('survey.community')} options={communities} {...field('community')} />
      <Field label={tv('grids.code')} exact maxLength={12} placeholder="370171001020" {...field('code')} />
      <Field label={tv('grids.codeName')} maxLength={60} {...field('name')} />
      <Field label={tv('grids.validFrom')} exact maxLength={10} placeholder="2020-01-01" {...field('from')} />
      <Field label={tv('grids.validTo')} optional exact maxLength={10} placeholder="2023-12-31" {...field('to')} />
    </Form>
  )
}
