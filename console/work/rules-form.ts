import type { NewWorkPolicy, WorkPolicyView } from '../../shared/schema/work-review.ts'
import { MAX_HOURS } from '../../shared/pass/payload.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import { dayNumberOf } from '../../shared/work/local-days.ts'
import type { WorkRules } from '../../shared/work/policy.ts'
import type { WorkPhotoKind } from '../../shared/work/words.ts'
import { fromLocalInput } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { windowsOf, wordsIn } from '../state/policy-form.ts'
import { clockOf, degrees } from '../state/rule-text.ts'

/** As typed; names are those of the API's fields, so that a refusal finds its field. */
export type RulesField =
  | 'validityDays'
  | 'dailyReport'
  | 'signers'
  | 'cardSites'
  | 'temperatureLimit'
  | 'observationDays'
  | 'phonesAtMost'
  | 'photos'
  | 'promisedMinutes'
  | 'bulkSample'
  | 'hours.shifts'
  | 'hours.daysOff'
  | 'hours.extraWorkdays'
  | 'begin'
  | 'effectiveFrom'
  | 'note'
export type RulesForm = Record<RulesField, string>

/** Whole numbers with what the API takes. */
const BOUNDS = {
  validityDays: [1, Math.min(180, Math.floor(MAX_HOURS / 24))],
  observationDays: [0, 60],
  phonesAtMost: [1, 50],
  bulkSample: [1, 50]
} as const
const [PROMISED_FROM, PROMISED_TO] = [30, 10_000]
const MOST_SHIFTS = 4
const MOST_DAYS = 60

type Rules = WorkRules | WorkPolicyView | NewWorkPolicy

export const spansText = (shifts: Rules['hours']['shifts']): string =>
  shifts.map(({ fromMinute, toMinute }) => `${clockOf(fromMinute)}-${clockOf(toMinute)}`).join(', ')
/** 90 → `1.5`, 360 → `6` */
export const hoursText = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100)

export function rulesFormOf(rules: Rules): RulesForm {
  return {
    validityDays: String(rules.validityDays),
    dailyReport: rules.dailyReport ? 'yes' : 'no',
    signers: rules.signers.join(),
    cardSites: rules.cardSites,
    temperatureLimit: degrees(rules.temperatureLimit),
    observationDays: String(rules.observationDays),
    phonesAtMost: String(rules.phonesAtMost),
    photos: rules.photos.join(),
    promisedMinutes: hoursText(rules.promisedMinutes),
    bulkSample: String(rules.bulkSample),
    'hours.shifts': spansText(rules.hours.shifts),
    'hours.daysOff': rules.hours.daysOff.join(', '),
    'hours.extraWorkdays': rules.hours.extraWorkdays.join(', '),
    begin: 'now',
    effectiveFrom: '',
    note: ''
  }
}

const wholeOf = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null)

/** `37.3` → 373 */
function tenthsOf(text: string): number | null {
  const [, whole, part = '0'] = /^(\d{2})(?:[.．](\d))?$/.exec(text.trim()) ?? []
  const tenths = whole === undefined ? Number.NaN : Number(whole) * 10 + Number(part)
  return tenths >= WORK_LIMITS.temperatureFrom && tenths <= WORK_LIMITS.temperatureTo ? tenths : null
}

/** Hours as people write them → whole minutes. */
function minutesOf(text: string): number | null {
  const minutes = /^\d{1,3}([.．]\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.replace('．', '.')) * 60) : Number.NaN
  return minutes >= PROMISED_FROM && minutes <= PROMISED_TO ? minutes : null
}

/** One to four spans, each later than the one before it. */
function shiftsOf(text: string): NewWorkPolicy['hours']['shifts'] | null {
  const shifts = windowsOf(text)
  if (shifts === null || shifts.length === 0 || shifts.length > MOST_SHIFTS) return null
  const isInOrder = shifts.every(
    ({ fromMinute, toMinute }, index) => fromMinute < toMinute && fromMinute >= (shifts[index - 1]?.toMinute ?? 0)
  )
  return isInOrder ? shifts.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })) : null
}

/** Each day once, in order. */
function daysOf(text: string): string[] | null {
  const days = [...new Set(text.split(/[\s,，、;；]+/).filter(day => day !== ''))].sort()
  return days.length <= MOST_DAYS && days.every(day => dayNumberOf(day) !== null) ? days : null
}

/** What is wrong before it is sent. `now`: ms. */
export function checkRules(form: RulesForm, now: number): Partial<Record<RulesField, string>> {
  const errors: Partial<Record<RulesField, string>> = {}
  const demand = (field: RulesField, isRight: boolean, sentence: string): void => {
    if (!isRight) errors[field] = sentence
  }
  for (const [field, [from, to]] of Object.entries(BOUNDS) as [keyof typeof BOUNDS, readonly [number, number]][]) {
    const value = wholeOf(form[field])
    demand(field, value !== null && value >= from && value <= to, tw('rules.number', { from, to }))
  }
  demand('signers', wordsIn(form.signers).length > 0, tw('rules.signerNeeded'))
  demand('temperatureLimit', tenthsOf(form.temperatureLimit) !== null, tw('rules.degreesWrong'))
  demand('promisedMinutes', minutesOf(form.promisedMinutes) !== null, tw('rules.hoursWrong'))
  demand('hours.shifts', shiftsOf(form['hours.shifts']) !== null, tw('rules.shiftsWrong'))
  demand('hours.daysOff', daysOf(form['hours.daysOff']) !== null, tw('rules.daysWrong'))
  demand('hours.extraWorkdays', daysOf(form['hours.extraWorkdays']) !== null, tw('rules.daysWrong'))
  const from = fromLocalInput(form.effectiveFrom)
  demand('effectiveFrom', form.begin === 'now' || (from !== null && from * 1000 > now), tw('rules.timeWrong'))
  return errors
}

/** What is sent, of a form in which nothing is wrong. */
export function newRulesOf(form: RulesForm): NewWorkPolicy {
  const from = form.begin === 'now' ? null : fromLocalInput(form.effectiveFrom)
  return {
    validityDays: wholeOf(form.validityDays) ?? 0,
    dailyReport: form.dailyReport === 'yes',
    signers: wordsIn(form.signers) as NewWorkPolicy['signers'],
    cardSites: form.cardSites as NewWorkPolicy['cardSites'],
    temperatureLimit: tenthsOf(form.temperatureLimit) ?? 0,
    observationDays: wholeOf(form.observationDays) ?? 0,
    phonesAtMost: wholeOf(form.phonesAtMost) ?? 0,
    photos: wordsIn(form.photos) as WorkPhotoKind[],
    promisedMinutes: minutesOf(form.promisedMinutes) ?? 0,
    bulkSample: wholeOf(form.bulkSample) ?? 0,
    hours: {
      shifts: shiftsOf(form['hours.shifts']) ?? [],
      daysOff: daysOf(form['hours.daysOff']) ?? [],
      extraWorkdays: daysOf(form['hours.extraWorkdays']) ?? []
    },
    ...(from === null ? {} : { effectiveFrom: from * 1000 }),
    note: form.note.trim()
  }
}
