import type { NewWorkPolicy, WorkPolicyView } from '../../shared/schema/work-review.ts'
import type { WorkRules } from '../../shared/work/policy.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { language } from '../../ui/i18n/language.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { degrees } from '../state/rule-text.ts'
import { hoursText, spansText } from './rules-form.ts'

const listed = (words: readonly string[]): string =>
  words.length === 0 ? tw('rules.none') : words.join(language.value === 'zh' ? '、' : ', ')

type Rules = WorkRules | WorkPolicyView | NewWorkPolicy

/** Every rule in words: what, and how. */
export function rulesLines(rules: Rules): (readonly [name: string, value: string])[] {
  return [
    [tw('rules.validityDays'), String(rules.validityDays)],
    [tw('rules.dailyReport'), tw(rules.dailyReport ? 'rules.required' : 'rules.notRequired')],
    [tw('rules.signers'), listed(rules.signers.map(signer => tw(`rules.signer.${signer}`)))],
    [tw('rules.cardSites'), tw(`rules.sites.${rules.cardSites}`)],
    [tw('rules.photos'), listed(rules.photos.map(kind => tw(`photo.${kind}`)))],
    [tw('rules.temperatureLimit'), degrees(rules.temperatureLimit)],
    [tw('rules.observationDays'), String(rules.observationDays)],
    [tw('rules.phonesAtMost'), String(rules.phonesAtMost)],
    [tw('rules.promised'), hoursText(rules.promisedMinutes)],
    [tw('rules.shifts'), spansText(rules.hours.shifts)],
    [tw('rules.daysOff'), listed(rules.hours.daysOff)],
    [tw('rules.extraWorkdays'), listed(rules.hours.extraWorkdays)],
    [tw('rules.bulkSample'), String(rules.bulkSample)]
  ]
}

export const RulesList = ({ rules }: { rules: Rules }) => (
  <dl class="rules">
    {rulesLines(rules).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** What would be otherwise. */
export function RulesChanges({ before, after }: { before: Rules; after: Rules }) {
  const old = new Map(rulesLines(before))
  const changed = rulesLines(after).filter(([name, value]) => old.get(name) !== value)
  if (changed.length === 0) return <p class="soft">{tw('rules.noChange')}</p>
  return (
    <ul class="rows" data-rules-changes>
      {changed.map(([name, value]) => (
        <li key={name}>{tw('rules.change', { name, before: old.get(name) ?? '', after: value })}</li>
      ))}
    </ul>
  )
}

/** The first of all was made by nobody and had no beginning. */
export const RulesSigned = ({ policy }: { policy: WorkPolicyView }) =>
  policy.id === 0 ? (
    <p class="soft small">{tw('rules.builtIn')}</p>
  ) : (
    <p class="soft small">
      {policy.note !== '' && <>{policy.note} · </>}
      {tw('rules.from', { time: formatTime(policy.effectiveFrom, 'dateTime') })} · {tw('rules.by', { name: policy.createdBy })}
    </p>
  )
