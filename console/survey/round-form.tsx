import type { NewRound, RoundDetail } from '../../shared/schema/survey.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { nameOf } from '../../ui/i18n/language.ts'
import { toLocalInput } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { Form } from '../parts/form.tsx'
import { CancelButton } from '../parts/settings-panel.tsx'
import { known, siteName } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { addRound } from './endpoints.ts'

const DAY_MS = 86_400_000
const dayIn = (days: number): string => toLocalInput(Date.now() + days * DAY_MS).slice(0, 10)

export function RoundForm({ onDone, onClose }: { onDone: (round: RoundDetail) => void; onClose: () => void }) {
  const directory = known()
  const communities = (directory?.communities ?? []).map(one => ({ value: one.id, label: nameOf(one) }))
  const first = {
    name: '',
    from: dayIn(0),
    to: dayIn(2),
    community: communities[0]?.value ?? '',
    site: '',
    building: '',
    split: 'grid'
  }
  const { values, field, set, frame } = useForm({
    first,
    needed: ['name', 'from', 'to'],
    body: ({ name, from, to, community, site, building, split }): NewRound => ({
      name: name.trim(),
      from: from.trim(),
      to: to.trim(),
      scope: {
        community,
        ...(site === '' ? {} : { site: Number(site) }),
        ...(site === '' || building.trim() === '' ? {} : { building: building.trim() })
      },
      even: split === 'even'
    }),
    write: addRound,
    onDone
  })
  const sites = (directory?.sites ?? [])
    .filter(({ community }) => community === values.community)
    .map(({ number }) => ({ value: String(number), label: siteName(number) }))
  return (
    <section class="panel">
      <h2>{tv('survey.new')}</h2>
      <Form {...frame} submit={tv('survey.make')} extra={<CancelButton onClick={onClose} />} class="round-form">
        <Field label={tv('survey.name')} hint={tv('survey.nameExample')} maxLength={60} {...field('name')} />
        <div class="sheet-fields">
          <Field label={tv('survey.from')} exact maxLength={10} placeholder="2020-02-12" {...field('from')} />
          <Field
            label={tv('survey.to')}
            hint={tv('survey.toHelp')}
            exact
            maxLength={10}
            placeholder="2020-02-14"
            {...field('to')}
          />
          {communities.length > 1 && <Select label={tv('survey.community')} options={communities} {...field('community')} />}
          <Select
            label={tv('survey.site')}
            options={[{ value: '', label: tv('survey.wholeCommunity') }, ...sites]}
            {...field('site')}
          />
          {values.site !== '' && <Field label={tv('survey.building')} optional maxLength={20} {...field('building')} />}
        </div>
        <Choice
          label={tv('survey.split')}
          value={values.split}
          options={[
            { value: 'grid', label: tv('survey.byGrid') },
            { value: 'even', label: tv('survey.even') }
          ]}
          onValue={split => set('split', split)}
        />
      </Form>
    </section>
  )
}
