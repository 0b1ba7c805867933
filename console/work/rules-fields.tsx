import { WORK_PHOTOS } from '../../shared/work/words.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { toLocalInput } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { CheckList } from '../parts/check-list.tsx'
import type { RulesField } from './rules-form.ts'

type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }
type Props = { field: (name: RulesField) => Wiring }

const SIGNERS = ['community', 'employer'] as const
const SITES = ['home', 'realm'] as const

export const CardRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tw('card.title')}</legend>
    <Field label={tw('rules.validityDays')} exact inputMode="numeric" maxLength={3} {...field('validityDays')} />
    <Choice
      label={tw('rules.dailyReport')}
      options={[
        { value: 'yes', label: tw('rules.required') },
        { value: 'no', label: tw('rules.notRequired') }
      ]}
      {...field('dailyReport')}
    />
    <Choice
      label={tw('rules.cardSites')}
      options={SITES.map(value => ({ value, label: tw(`rules.sites.${value}`) }))}
      {...field('cardSites')}
    />
    <CheckList
      label={tw('rules.signers')}
      options={SIGNERS.map(value => ({ value, label: tw(`rules.signer.${value}`) }))}
      {...field('signers')}
    />
  </fieldset>
)

export const CheckRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tw('work.tab.queue')}</legend>
    <div class="field-row">
      <Field label={tw('rules.temperatureLimit')} exact maxLength={4} {...field('temperatureLimit')} />
      <Field label={tw('rules.observationDays')} exact inputMode="numeric" maxLength={2} {...field('observationDays')} />
      <Field label={tw('rules.phonesAtMost')} exact inputMode="numeric" maxLength={2} {...field('phonesAtMost')} />
      <Field label={tw('rules.bulkSample')} exact inputMode="numeric" maxLength={2} {...field('bulkSample')} />
    </div>
    <CheckList
      label={tw('rules.photos')}
      options={WORK_PHOTOS.map(value => ({ value, label: tw(`photo.${value}`) }))}
      {...field('photos')}
    />
  </fieldset>
)

export const TimeRules = ({ field }: Props) => (
  <fieldset class="panel stack">
    <legend>{tw('queue.clock')}</legend>
    <Field label={tw('rules.promised')} hint={tw('rules.promisedHint')} exact maxLength={6} {...field('promisedMinutes')} />
    <Field label={tw('rules.shifts')} hint={tw('rules.shiftsHint')} exact maxLength={80} {...field('hours.shifts')} />
    <Field label={tw('rules.daysOff')} hint={tw('rules.daysHint')} optional exact maxLength={800} {...field('hours.daysOff')} />
    <Field label={tw('rules.extraWorkdays')} optional exact maxLength={800} {...field('hours.extraWorkdays')} />
  </fieldset>
)

type WhenProps = Props & { set: (name: RulesField, value: string) => void; now: number }
const DAY_MS = 24 * 3_600_000

export function RulesWhen({ field, set, now }: WhenProps) {
  const choose = (begin: string): void => {
    set('begin', begin)
    if (begin === 'later' && field('effectiveFrom').value === '') set('effectiveFrom', toLocalInput(now + DAY_MS))
  }
  return (
    <div class="field-row">
      <Choice
        label={tw('rules.begin')}
        value={field('begin').value}
        options={[
          { value: 'now', label: tw('rules.atOnce') },
          { value: 'later', label: tw('rules.later') }
        ]}
        onValue={choose}
      />
      {field('begin').value === 'later' && (
        <Field label={tw('rules.beginAt')} type="datetime-local" {...field('effectiveFrom')} />
      )}
      <Field label={tw('rules.note')} optional maxLength={200} {...field('note')} />
    </div>
  )
}
