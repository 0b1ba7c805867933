import { useState } from 'preact/hooks'
import { completePolicy, type GatePolicy } from '../../shared/gate/policy.ts'
import { PROFILES, RISKS } from '../../shared/gate/profiles.ts'
import type { PolicyView } from '../../shared/schema/policies.ts'
import type { Me } from '../../shared/schema/session.ts'
import { epochSeconds } from '../../shared/time.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { toLocalInput } from '../../ui/i18n/format.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { tc } from '../../ui/i18n/common.ts'
import { addPolicy } from '../api/policies.ts'
import { known, siteName } from '../state/directory.ts'
import { policyOf } from '../state/gate-rules.ts'
import { checkPolicy, fieldsOf, newPolicyOf, type PolicyField, type PolicyForm as Typed, wordsIn } from '../state/policy-form.ts'
import { useForm } from '../state/use-form.ts'
import { CheckList } from './check-list.tsx'
import { Form } from './form.tsx'
import {
  DataRules,
  HourRules,
  LimitRules,
  OverrideRulesFields,
  PassRules,
  PlateRules,
  TemperatureRules,
  type Wiring
} from './policy-fields.tsx'
import { PolicyPreview } from './policy-preview.tsx'

type Props = {
  me: Me
  views: readonly PolicyView[]
  /** Gate to begin with; null: all gates. */
  gate: string | null
  inForce: GatePolicy
  at: number
  onDone: () => void
  onCancel: () => void
}

/** New rules, from a profile or from what is in force, with all that changes in sight before they are signed. */
export function PolicyForm({ me, views, gate, inForce, at, onDone, onCancel }: Props) {
  const first: Typed = {
    where: gate === null && me.role === 'administrator' ? 'all' : 'some',
    gates: gate ?? '',
    begin: 'now',
    effectiveFrom: '',
    effectiveUntil: '',
    note: '',
    ...fieldsOf(inForce)
  }
  const [start, setStart] = useState('inForce')
  const { values, field, set, frame } = useForm({
    first,
    check: checkPolicy,
    body: newPolicyOf,
    write: addPolicy,
    onDone
  })
  const begin = (from: string): void => {
    setStart(from)
    const risk = RISKS.find(one => one === from)
    for (const [name, value] of Object.entries(fieldsOf(risk === undefined ? inForce : PROFILES[risk])))
      set(name as PolicyField, value)
  }
  return (
    <Form
      {...frame}
      class="policy-form"
      submit={tp('policy.sign')}
      extra={<Button onClick={onCancel}>{tc('action.cancel')}</Button>}
    >
      <Choice
        label={tp('policy.start')}
        value={start}
        options={[
          { value: 'inForce', label: tp('policy.inForce') },
          ...RISKS.map(risk => ({ value: risk, label: tp(`policy.${risk}`) }))
        ]}
        onValue={begin}
      />
      <Where me={me} field={field} />
      <When field={field} set={set} at={at} />
      <div class="policy-rules">
        <PassRules field={field} />
        <HourRules field={field} />
        <LimitRules field={field} />
        <TemperatureRules field={field} />
        <OverrideRulesFields field={field} />
        <DataRules field={field} />
        <PlateRules field={field} />
      </div>
      <Preview values={values} views={views} at={at} />
    </Form>
  )
}

function Where({ me, field }: { me: Me; field: (name: PolicyField) => Wiring }) {
  const gates = (known()?.gates ?? []).map(gate => ({ value: gate.id, label: `${siteName(gate.site)} ${nameOf(gate)}` }))
  return (
    <>
      {me.role === 'administrator' && (
        <Choice
          label={tp('policy.where')}
          options={[
            { value: 'all', label: tp('policy.allGates') },
            { value: 'some', label: tp('policy.someGates') }
          ]}
          {...field('where')}
        />
      )}
      {field('where').value === 'some' && <CheckList label={tp('policy.someGates')} options={gates} {...field('gates')} />}
    </>
  )
}

type WhenProps = { field: (name: PolicyField) => Wiring; set: (name: PolicyField, value: string) => void; at: number }

function When({ field, set, at }: WhenProps) {
  const choose = (begin: string): void => {
    set('begin', begin)
    if (begin === 'later' && field('effectiveFrom').value === '') set('effectiveFrom', toLocalInput((at + 24 * 3600) * 1000))
  }
  return (
    <div class="field-row">
      <Choice
        label={tp('policy.when')}
        value={field('begin').value}
        options={[
          { value: 'now', label: tp('policy.atOnce') },
          { value: 'later', label: tp('policy.later') }
        ]}
        onValue={choose}
      />
      {(field('begin').value === 'later' || field('effectiveFrom').error) && (
        <Field label={tp('policy.begin')} type="datetime-local" {...field('effectiveFrom')} />
      )}
      <Field label={tp('policy.stop')} type="datetime-local" optional {...field('effectiveUntil')} />
      <Field label={tp('policy.note')} hint={tp('policy.noteHint')} optional maxLength={200} {...field('note')} />
    </div>
  )
}

/** Follows every stroke: what stands here is what is signed. */
function Preview({ values, views, at }: { values: Typed; views: readonly PolicyView[]; at: number }) {
  const before = views.map(policyOf)
  const isRight = Object.keys(checkPolicy(values)).length === 0
  return (
    <section class="panel stack policy-preview" aria-live="polite">
      <h3>{tp('policy.preview')}</h3>
      {isRight ? (
        <PolicyPreview before={before} after={[...before, draftOf(values, at)]} gates={placesOf(values)} at={at} />
      ) : (
        <p class="soft">{tp('policy.previewWrong')}</p>
      )}
    </section>
  )
}

const placesOf = ({ where, gates }: Typed): string[] =>
  where === 'all' ? (known()?.gates ?? []).map(({ id }) => id) : wordsIn(gates)

function draftOf(values: Typed, at: number): GatePolicy {
  const { effectiveFrom = at, effectiveUntil = null, note: _note, ...rules } = newPolicyOf(values)
  return completePolicy({
    ...rules,
    effectiveFrom: epochSeconds(effectiveFrom),
    effectiveUntil: effectiveUntil === null ? null : epochSeconds(effectiveUntil)
  })
}
