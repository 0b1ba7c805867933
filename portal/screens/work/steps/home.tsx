import { useState } from 'preact/hooks'
import { Notice } from '../../../../ui/components/notice.tsx'
import { Select } from '../../../../ui/components/select.tsx'
import { apply, sayFault, sayProblem, shownName } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

export function HomeStep(props: StepProps) {
  const { draft, form, faults, set } = props
  const [chosen, setChosen] = useState('')
  if (form === null) return <Notice tone="warn">{sayProblem('network')}</Notice>
  const site = form.sites.find(({ number }) => String(number) === draft.fields.site)
  const community = chosen || site?.community || (form.communities.length === 1 ? form.communities[0]?.id : '') || ''
  const sites = form.sites.filter(one => one.community === community)
  const choose = (next: string): void => {
    setChosen(next)
    set({ site: '' })
  }
  const first = { value: '', label: apply('chooseOne') }
  return (
    <>
      {form.communities.length > 1 && (
        <Select
          label={apply('community')}
          value={community}
          options={[first, ...form.communities.map(one => ({ value: one.id, label: shownName(one) }))]}
          onValue={choose}
        />
      )}
      <Select
        label={apply('site')}
        error={sayFault(faults.site)}
        value={draft.fields.site}
        options={[first, ...sites.map(one => ({ value: String(one.number), label: shownName(one) }))]}
        onValue={value => set({ site: value })}
      />
      <div class="work-thirds">
        <TextField {...props} field="building" label={apply('building')} exact />
        <TextField {...props} field="unit" label={apply('unit')} exact optional />
        <TextField {...props} field="room" label={apply('room')} exact />
      </div>
    </>
  )
}
