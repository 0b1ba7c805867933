import { Choice } from '../../../../ui/components/choice.tsx'
import { Select } from '../../../../ui/components/select.tsx'
import { PROXY_RELATIONS, WORK_PURPOSES } from '../../../../shared/work/words.ts'
import { apply, sayFault, term } from '../../../work/say.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

export function StartStep(props: StepProps) {
  const { draft, faults, set } = props
  const { fields, mode } = draft
  const purposes = WORK_PURPOSES.map(value => ({ value, label: term(`purpose.${value}`) }))
  return (
    <>
      <Choice label={apply('purpose')} value={fields.purpose} options={purposes} onValue={purpose => set({ purpose })} />
      {mode.kind !== 'clerk' && (
        <Choice
          label={apply('forWhom')}
          value={fields.forWhom}
          options={[
            { value: 'self', label: apply('self') },
            { value: 'other', label: apply('other') }
          ]}
          onValue={forWhom => set({ forWhom })}
          error={sayFault(faults.forWhom)}
        />
      )}
      {mode.kind !== 'clerk' && fields.forWhom === 'other' && (
        <>
          <p class="soft">{apply('otherHint')}</p>
          <Select
            label={apply('relation')}
            error={sayFault(faults.relation)}
            value={fields.relation}
            options={[
              { value: '', label: apply('chooseOne') },
              ...PROXY_RELATIONS.map(value => ({ value, label: term(`relation.${value}`) }))
            ]}
            onValue={relation => set({ relation })}
          />
          <TextField {...props} field="proxyName" label={apply('proxyName')} />
          <TextField {...props} field="proxyPhone" label={apply('proxyPhone')} type="tel" exact />
        </>
      )}
    </>
  )
}
