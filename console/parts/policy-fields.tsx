import { POLICY_KINDS } from '../../shared/schema/policies.ts'
import { OVERRIDE_NEEDS } from '../../shared/gate/override-rules.ts'
import type { Reason } from '../../shared/verify/reasons.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { TextArea } from '../../ui/components/text-area.tsx'
import { tp } from '../../ui/i18n/policies.ts'
import { known, siteName } from '../state/directory.ts'
import type { PolicyField } from '../state/policy-form.ts'
import { reasonName } from '../state/rule-text.ts'
import { CheckList } from './check-list.tsx'

export type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }
type Props = { field: (name: PolicyField) => Wiring }

const kinds = () => POLICY_KINDS.map(kind => ({ value: kind, label: tp(`kind.${kind}`) }))
const options = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, label]) => ({ value, label }))
/** Reasons for which a supervisor may be asked beyond what the severity asks for. */
const SUPERVISED: readonly Reason[] = [
  'FORGED',
  'KEY',
  'REVOKED',
  'SUPERSEDED',
  'HELD',
  'EXPIRED',
  'WRONG_SITE',
  'NIGHT',
  'QUOTA',
  'FEVER'
]

export const PassRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.passes')}</legend>
    <CheckList label={tp('policy.field.acceptedKinds')} options={kinds()} {...field('acceptedKinds')} />
    {(known()?.sites.length ?? 0) > 1 && (
      <CheckList
        label={tp('policy.field.acceptedSites')}
        options={(known()?.sites ?? []).map(({ number }) => ({ value: String(number), label: siteName(number) }))}
        {...field('acceptedSites')}
      />
    )}
    <Choice
      label={tp('policy.field.directions')}
      options={options({
        built: tp('policy.asBuilt'),
        'in,out': tp('policy.both'),
        in: tp('policy.onlyIn'),
        out: tp('policy.onlyOut'),
        '': tp('policy.closed')
      })}
      {...field('directions')}
    />
  </fieldset>
)

export const HourRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.hours')}</legend>
    <Field label={tp('policy.field.openHours')} hint={tp('policy.openHoursHint')} exact {...field('openHours')} />
    <Choice
      label={tp('policy.closureOn')}
      options={options({ no: tp('policy.no'), yes: tp('policy.yes') })}
      {...field('closed')}
    />
    {field('closed').value === 'yes' && (
      <>
        <div class="field-row">
          <Field label={tp('policy.closureFrom')} hint={tp('policy.hhmm')} exact {...field('closure.fromMinute')} />
          <Field label={tp('policy.closureTo')} hint={tp('policy.hhmm')} exact {...field('closure.toMinute')} />
        </div>
        <CheckList label={tp('policy.exempt')} options={kinds()} {...field('closure.exemptKinds')} />
      </>
    )}
  </fieldset>
)

export const LimitRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.limits')}</legend>
    <div class="field-row">
      <Field
        label={tp('policy.quotaExits')}
        hint={tp('policy.quotaHint')}
        inputMode="numeric"
        exact
        {...field('quota.maxExits')}
      />
      <Field label={tp('policy.quotaDays')} inputMode="numeric" exact {...field('quota.perDays')} />
    </div>
    <Field label={tp('policy.field.maxStayMinutes')} hint={tp('policy.stayHint')} exact {...field('maxStayMinutes')} />
  </fieldset>
)

export const TemperatureRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.health')}</legend>
    <Choice
      label={tp('policy.required')}
      options={options({
        no: tp('policy.notMeasured'),
        in: tp('policy.measureIn'),
        out: tp('policy.measureOut'),
        'in,out': tp('policy.measureBoth')
      })}
      {...field('measure')}
    />
    <div class="field-row">
      <Field label={tp('policy.limit')} exact {...field('temperature.limit')} />
      <Field label={tp('policy.plausibleFrom')} exact {...field('temperature.plausibleFrom')} />
      <Field label={tp('policy.plausibleTo')} exact {...field('temperature.plausibleTo')} />
    </div>
  </fieldset>
)

export const DataRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.data')}</legend>
    <div class="field-row">
      <Field label={`${tp('policy.field.staleness')}: ${tp('policy.warn')}`} exact {...field('staleness.warnAfterSeconds')} />
      <Field label={`${tp('policy.field.staleness')}: ${tp('policy.ask')}`} exact {...field('staleness.askAfterSeconds')} />
      <Field label={tp('policy.repeat')} inputMode="numeric" exact {...field('repeatSeconds')} />
    </div>
  </fieldset>
)

export const OverrideRulesFields = ({ field }: Props) => {
  const needs = OVERRIDE_NEEDS.map(need => ({ value: need, label: tp(`policy.need.${need}`) }))
  return (
    <fieldset class="panel stack">
      <legend>{tp('policy.overrides')}</legend>
      <div class="field-row">
        <Select label={tp('policy.onCheck')} options={needs} {...field('override.CHECK')} />
        <Select label={tp('policy.onStop')} options={needs} {...field('override.STOP')} />
      </div>
      <CheckList
        label={tp('policy.onSupervisor')}
        options={SUPERVISED.map(reason => ({ value: reason, label: reasonName(reason) }))}
        {...field('override.reasons')}
      />
    </fieldset>
  )
}

export const PlateRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tp('policy.plates')}</legend>
    <TextArea label={tp('policy.field.watchedPlates')} hint={tp('policy.platesHint')} {...field('watchedPlates')} />
  </fieldset>
)
