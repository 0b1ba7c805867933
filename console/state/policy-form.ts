import type { DayWindow } from '../../shared/gate/day-window.ts'
import type { OverrideNeed } from '../../shared/gate/override-rules.ts'
import type { PolicyRules } from '../../shared/gate/profiles.ts'
import type { PassKind } from '../../shared/pass/kinds.ts'
import { MAX_QUOTA_DAYS, type NewPolicy } from '../../shared/schema/policies.ts'
import type { GateDirection } from '../../shared/trust/direction.ts'
import type { Reason } from '../../shared/verify/reasons.ts'
import { fromLocalInput } from '../../ui/i18n/format.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { clockOf, degrees } from './rule-text.ts'

/** As typed; lists are words with commas. Names are those of the API's fields, so that a refusal finds its field. */
export type PolicyForm = Record<PolicyField, string>
export type PolicyField =
  | 'where'
  | 'gates'
  | 'begin'
  | 'effectiveFrom'
  | 'effectiveUntil'
  | 'note'
  | 'acceptedKinds'
  | 'acceptedSites'
  | 'directions'
  | 'openHours'
  | 'closed'
  | 'closure.fromMinute'
  | 'closure.toMinute'
  | 'closure.exemptKinds'
  | 'quota.maxExits'
  | 'quota.perDays'
  | 'maxStayMinutes'
  | 'measure'
  | 'temperature.limit'
  | 'temperature.plausibleFrom'
  | 'temperature.plausibleTo'
  | 'staleness.warnAfterSeconds'
  | 'staleness.askAfterSeconds'
  | 'repeatSeconds'
  | 'override.CHECK'
  | 'override.STOP'
  | 'override.reasons'
  | 'watchedPlates'
  | 'utcOffsetMinutes'

const HOUR = 3600

/** The rules in human units: hours of the clock, degrees, hours, days. */
export function fieldsOf(
  rules: PolicyRules
): Omit<PolicyForm, 'where' | 'gates' | 'begin' | 'effectiveFrom' | 'effectiveUntil' | 'note'> {
  const { closure, quota, temperature, staleness, override } = rules
  const supervised = Object.entries(override.reasons ?? {}).filter(([, need]) => need === 'supervisor')
  return {
    acceptedKinds: rules.acceptedKinds.join(),
    acceptedSites: rules.acceptedSites.join(),
    directions: rules.directions === null ? 'built' : rules.directions.toSorted().join(),
    openHours: (rules.openHours ?? [])
      .map(({ fromMinute, toMinute }) => `${clockOf(fromMinute)}-${clockOf(toMinute)}`)
      .join(', '),
    closed: closure === null ? 'no' : 'yes',
    'closure.fromMinute': clockOf(closure?.fromMinute ?? 23 * 60),
    'closure.toMinute': clockOf(closure?.toMinute ?? 5 * 60),
    'closure.exemptKinds': (closure?.exemptKinds ?? []).join(),
    'quota.maxExits': quota === null ? '' : String(quota.maxExits),
    'quota.perDays': quota === null ? '' : String(quota.perDays),
    maxStayMinutes: rules.maxStayMinutes === null ? '' : clockOf(rules.maxStayMinutes),
    measure: temperature.required ? (temperature.directions ?? ['in', 'out']).toSorted().join() : 'no',
    'temperature.limit': degrees(temperature.limit),
    'temperature.plausibleFrom': degrees(temperature.plausibleFrom),
    'temperature.plausibleTo': degrees(temperature.plausibleTo),
    'staleness.warnAfterSeconds': String(staleness.warnAfterSeconds / HOUR),
    'staleness.askAfterSeconds': String(staleness.askAfterSeconds / HOUR),
    repeatSeconds: String(rules.repeatSeconds),
    'override.CHECK': override.CHECK,
    'override.STOP': override.STOP,
    'override.reasons': supervised.map(([reason]) => reason).join(),
    watchedPlates: rules.watchedPlates.map(({ prefix, notice }) => `${prefix} ${notice}`).join('\n'),
    utcOffsetMinutes: String(rules.utcOffsetMinutes)
  }
}

export const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

/** `22:30` → 1350; `24:00` is the end of the day. */
export function minutesOf(text: string, most = 24 * 60): number | null {
  const match = /^(\d{1,3})[:：](\d{2})$/.exec(text.trim())
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2])
  return match !== null && Number(match[2]) < 60 && minutes <= most ? minutes : null
}

export function windowsOf(text: string): DayWindow[] | null {
  const windows = text
    .split(/[,，、]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const read = windows.map(part => {
    const [from, to, ...more] = part.split(/[-–—~至]/)
    const [fromMinute, toMinute] = [minutesOf(from ?? ''), minutesOf(to ?? '')]
    return more.length > 0 || fromMinute === null || toMinute === null ? null : { fromMinute, toMinute }
  })
  return read.every(window => window !== null) ? read : null
}

/** `37.3` → 373 */
export function tenthsOf(text: string): number | null {
  const match = /^(\d{2})(?:[.．](\d))?$/.exec(text.trim())
  const tenths = match === null ? 0 : Number(match[1]) * 10 + Number(match[2] ?? 0)
  return tenths >= 200 && tenths <= 500 ? tenths : null
}

export function platesOf(text: string): { prefix: string; notice: string }[] | null {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const read = lines.map(line => /^(\S{1,8})\s+(.{1,120})$/.exec(line))
  if (read.some(match => match === null)) return null
  return read.map(match => ({ prefix: (match?.[1] ?? '').normalize('NFKC').toUpperCase(), notice: match?.[2] ?? '' }))
}

const wholeOf = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null)
const hoursOf = (text: string): number | null => (/^\d{1,4}(\.\d)?$/.test(text.trim()) ? Math.round(Number(text) * HOUR) : null)

/** What is wrong before it is sent. */
export function checkPolicy(form: PolicyForm): Partial<Record<PolicyField, string>> {
  const errors: Partial<Record<PolicyField, string>> = {}
  const demand = (field: PolicyField, isRight: boolean, sentence: string): void => {
    if (!isRight) errors[field] = sentence
  }
  const within = (field: PolicyField, from: number, to: number): void => {
    const value = wholeOf(form[field])
    demand(field, value !== null && value >= from && value <= to, tp('policy.numberWrong', { from, to }))
  }
  demand('gates', form.where === 'all' || wordsIn(form.gates).length > 0, tp('policy.chooseGate'))
  demand('effectiveFrom', form.begin === 'now' || fromLocalInput(form.effectiveFrom) !== null, tp('policy.timeWrong'))
  demand('effectiveUntil', form.effectiveUntil === '' || fromLocalInput(form.effectiveUntil) !== null, tp('policy.timeWrong'))
  demand('openHours', windowsOf(form.openHours) !== null, tp('policy.openHoursWrong'))
  for (const field of ['closure.fromMinute', 'closure.toMinute'] as const)
    demand(field, form.closed === 'no' || minutesOf(form[field]) !== null, tp('policy.hhmmWrong'))
  if (form['quota.maxExits'].trim() !== '' || form['quota.perDays'].trim() !== '') {
    within('quota.maxExits', 0, 99)
    within('quota.perDays', 1, MAX_QUOTA_DAYS)
  }
  demand(
    'maxStayMinutes',
    form.maxStayMinutes.trim() === '' || (minutesOf(form.maxStayMinutes, 7 * 24 * 60) ?? 0) > 0,
    tp('policy.hhmmWrong')
  )
  for (const field of ['temperature.limit', 'temperature.plausibleFrom', 'temperature.plausibleTo'] as const)
    demand(field, tenthsOf(form[field]) !== null, tp('policy.degreesWrong'))
  for (const field of ['staleness.warnAfterSeconds', 'staleness.askAfterSeconds'] as const)
    demand(field, (hoursOf(form[field]) ?? 0) >= HOUR, tp('policy.numberWrong', { from: 1, to: 672 }))
  within('repeatSeconds', 0, HOUR)
  demand('watchedPlates', platesOf(form.watchedPlates) !== null, tp('policy.platesWrong'))
  return errors
}

/** The rules of a form in which nothing is wrong. */
export function rulesOf(form: PolicyForm): PolicyRules {
  const openHours = windowsOf(form.openHours) ?? []
  const exits = wholeOf(form['quota.maxExits'])
  const reasons = Object.fromEntries(wordsIn(form['override.reasons']).map(reason => [reason, 'supervisor' as const]))
  const directions = wordsIn(form.measure) as GateDirection[]
  return {
    acceptedKinds: wordsIn(form.acceptedKinds) as PassKind[],
    acceptedSites: wordsIn(form.acceptedSites).map(Number),
    directions: form.directions === 'built' ? null : (wordsIn(form.directions) as GateDirection[]),
    utcOffsetMinutes: Number(form.utcOffsetMinutes),
    openHours: openHours.length === 0 ? null : openHours,
    closure:
      form.closed === 'no'
        ? null
        : {
            fromMinute: minutesOf(form['closure.fromMinute']) ?? 0,
            toMinute: minutesOf(form['closure.toMinute']) ?? 0,
            exemptKinds: wordsIn(form['closure.exemptKinds']) as PassKind[]
          },
    quota: exits === null ? null : { maxExits: exits, perDays: wholeOf(form['quota.perDays']) ?? 1 },
    maxStayMinutes: minutesOf(form.maxStayMinutes, 7 * 24 * 60),
    temperature: {
      required: form.measure !== 'no',
      ...(directions.length === 1 && form.measure !== 'no' ? { directions } : {}),
      limit: tenthsOf(form['temperature.limit']) ?? 0,
      plausibleFrom: tenthsOf(form['temperature.plausibleFrom']) ?? 0,
      plausibleTo: tenthsOf(form['temperature.plausibleTo']) ?? 0
    },
    staleness: {
      warnAfterSeconds: hoursOf(form['staleness.warnAfterSeconds']) ?? 0,
      askAfterSeconds: hoursOf(form['staleness.askAfterSeconds']) ?? 0
    },
    repeatSeconds: wholeOf(form.repeatSeconds) ?? 0,
    override: {
      CHECK: form['override.CHECK'] as OverrideNeed,
      STOP: form['override.STOP'] as OverrideNeed,
      ...(Object.keys(reasons).length === 0 ? {} : { reasons: reasons as Partial<Record<Reason, OverrideNeed>> })
    },
    watchedPlates: platesOf(form.watchedPlates) ?? []
  }
}

/** What is sent. */
export function newPolicyOf(form: PolicyForm): NewPolicy {
  const from = form.begin === 'now' ? null : fromLocalInput(form.effectiveFrom)
  return {
    ...(structuredClone(rulesOf(form)) as unknown as NewPolicy), // the API's lists are not read-only
    gates: form.where === 'all' ? null : wordsIn(form.gates),
    ...(from === null ? {} : { effectiveFrom: from }),
    ...(form.effectiveUntil === '' ? {} : { effectiveUntil: fromLocalInput(form.effectiveUntil) }),
    note: form.note.trim()
  }
}
