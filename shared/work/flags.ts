import { dayNumberOf, localDayNumber } from './local-days.ts'
import type { WorkRules } from './policy.ts'
import { type Symptom, WORK_FLAGS, type WorkFlag } from './words.ts'

/** What somebody declares about the last 14 days (DOMAIN.md §2.3). `temperature` in tenths of a degree. */
export type HealthDeclaration = {
  readonly residentSince14Days: boolean
  readonly symptoms: readonly Symptom[]
  /** Confirmed, suspected or without symptoms but positive, and not released for 14 days. */
  readonly diagnosed: boolean
  readonly closeContact: boolean
  readonly hubeiContact: boolean
  /** Was outside the province, and came back on this day (YYYY-MM-DD). */
  readonly leftProvince: boolean
  readonly returnedOn: string | null
  readonly temperature: number
}

/** What is known elsewhere about who applies. */
export type KnownFacts = {
  /** Other open applications and standing cards with the same document. */
  readonly sameDocument: number
  /** Other applications with the same phone. */
  readonly samePhone: number
  readonly isAddressRegistered: boolean
  /** The register has this document under another name. */
  readonly doesRegisterDiffer: boolean
}

type Rules = Pick<WorkRules, 'temperatureLimit' | 'observationDays' | 'phonesAtMost'>

/** Whether somebody came back fewer days ago than the observation takes; a return without a day counts as today's. */
export function isBackFromOutside(
  { leftProvince, residentSince14Days, returnedOn }: HealthDeclaration,
  days: number,
  nowMs: number
): boolean {
  if (!residentSince14Days) return true
  if (!leftProvince) return false
  const returned = returnedOn === null ? null : dayNumberOf(returnedOn)
  return returned === null || localDayNumber(nowMs) - returned < days
}

const CHECKS: Readonly<Record<WorkFlag, (health: HealthDeclaration, facts: KnownFacts, rules: Rules, nowMs: number) => boolean>> =
  {
    diagnosed: health => health.diagnosed,
    contact: health => health.closeContact || health.hubeiContact,
    outside: (health, _facts, { observationDays }, nowMs) => isBackFromOutside(health, observationDays, nowMs),
    symptoms: health => health.symptoms.length > 0,
    temperature: (health, _facts, { temperatureLimit }) => health.temperature >= temperatureLimit,
    'document-twice': (_health, { sameDocument }) => sameDocument > 0,
    'phone-many': (_health, { samePhone }, { phonesAtMost }) => samePhone >= phonesAtMost,
    'address-unknown': (_health, { isAddressRegistered }) => !isAddressRegistered,
    'register-differs': (_health, { doesRegisterDiffer }) => doesRegisterDiffer
  }

/** Everything that somebody should look at, in the order of `WORK_FLAGS`. None of them decides. */
export const flagsOf = (health: HealthDeclaration, facts: KnownFacts, rules: Rules, nowMs: number): WorkFlag[] =>
  WORK_FLAGS.filter(flag => CHECKS[flag](health, facts, rules, nowMs))

/** A reading that starts the follow-up of a fever: at the limit, or a fever that is felt. */
export const isFeverish = (
  { temperature, symptoms }: Pick<HealthDeclaration, 'temperature' | 'symptoms'>,
  { temperatureLimit }: Pick<WorkRules, 'temperatureLimit'>
): boolean => temperature >= temperatureLimit || symptoms.includes('fever')
