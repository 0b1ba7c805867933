import type { DayWindow } from '../../shared/gate/day-window.ts'
import type { RuleField } from '../../shared/gate/preview.ts'
import type { PolicyRules } from '../../shared/gate/profiles.ts'
import type { PassKind } from '../../shared/pass/kinds.ts'
import { POLICY_KINDS } from '../../shared/schema/policies.ts'
import type { Reason } from '../../shared/verify/reasons.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { language } from '../../ui/i18n/language.ts'
import { siteName } from './directory.ts'

/** 1350 → `22:30` */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
export const degrees = (tenths: number): string => (tenths / 10).toFixed(1)

const listed = (words: readonly string[]): string =>
  words.length === 0 ? tp('policy.none') : words.join(language.value === 'zh' ? '、' : ', ')
const kindWords = (kinds: readonly PassKind[]): string => listed(kinds.map(kind => tp(`kind.${kind}`)))
const windowText = ({ fromMinute, toMinute }: DayWindow): string => `${clockOf(fromMinute)}–${clockOf(toMinute)}`

export const reasonName = (reason: Reason): string => tp(`policy.reason.${reason}`)

const TEXTS: { readonly [F in RuleField]: (rules: PolicyRules) => string } = {
  acceptedKinds: ({ acceptedKinds }) =>
    POLICY_KINDS.every(kind => acceptedKinds.includes(kind)) ? tp('policy.allKinds') : kindWords(acceptedKinds),
  acceptedSites: ({ acceptedSites }) => listed(acceptedSites.map(siteName)),
  directions: ({ directions }) => directionText(directions),
  openHours: ({ openHours }) => (openHours === null ? tp('policy.allDay') : listed(openHours.map(windowText))),
  closure: ({ closure }) => closureText(closure),
  quota: ({ quota }) =>
    quota === null ? tp('policy.unlimited') : tp('policy.quotaText', { exits: quota.maxExits, days: quota.perDays }),
  maxStayMinutes: ({ maxStayMinutes }) =>
    maxStayMinutes === null ? tp('policy.unlimited') : tp('policy.minutes', { time: clockOf(maxStayMinutes) }),
  temperature: ({ temperature }) =>
    tp('policy.tempText', {
      where: measureText(temperature),
      limit: degrees(temperature.limit),
      from: degrees(temperature.plausibleFrom),
      to: degrees(temperature.plausibleTo)
    }),
  staleness: ({ staleness }) =>
    tp('policy.stalenessText', { warn: hours(staleness.warnAfterSeconds), ask: hours(staleness.askAfterSeconds) }),
  repeatSeconds: ({ repeatSeconds }) => tp('policy.seconds', { seconds: repeatSeconds }),
  override: ({ override }) => overrideText(override),
  watchedPlates: ({ watchedPlates }) => listed(watchedPlates.map(({ prefix, notice }) => `${prefix} ${notice}`)),
  utcOffsetMinutes: ({ utcOffsetMinutes }) => `UTC${utcOffsetMinutes < 0 ? '−' : '+'}${clockOf(Math.abs(utcOffsetMinutes))}`
}

/** One rule in words. */
export const ruleText = (field: RuleField, rules: PolicyRules): string => TEXTS[field](rules)

const hours = (seconds: number): number => Math.round(seconds / 360) / 10

function directionText(directions: PolicyRules['directions']): string {
  if (directions === null) return tp('policy.asBuilt')
  if (directions.length === 0) return tp('policy.closed')
  if (directions.length === 2) return tp('policy.both')
  return directions.includes('in') ? tp('policy.onlyIn') : tp('policy.onlyOut')
}

function closureText(closure: PolicyRules['closure']): string {
  if (closure === null) return tp('policy.none')
  const { exemptKinds = [] } = closure
  if (exemptKinds.length === 0) return windowText(closure)
  return tp('policy.except', { window: windowText(closure), kinds: kindWords(exemptKinds) })
}

function measureText({ required, directions }: PolicyRules['temperature']): string {
  if (!required) return tp('policy.notMeasured')
  if (directions === undefined || directions.length !== 1) return tp('policy.measureBoth')
  return directions.includes('in') ? tp('policy.measureIn') : tp('policy.measureOut')
}

function overrideText({ CHECK, STOP, reasons = {} }: PolicyRules['override']): string {
  const usual = tp('policy.overrideText', { check: tp(`policy.need.${CHECK}`), stop: tp(`policy.need.${STOP}`) })
  const other = Object.entries(reasons).map(
    ([reason, need]) => `${reasonName(reason as Reason)}${language.value === 'zh' ? '：' : ': '}${tp(`policy.need.${need}`)}`
  )
  return [usual, ...other].join(language.value === 'zh' ? '；' : '; ')
}
