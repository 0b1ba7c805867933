import { fill, type Params, type ShownLanguage, type ShownWord } from '../../ui/i18n/dictionary.ts'
import { TIME_ZONE } from '../../ui/i18n/format.ts'
import { FIELD_FAULTS, type FieldFault } from '../../ui/i18n/work-faults.ts'
import { WORK_APPLY_WORDS } from '../../ui/i18n/work-apply.ts'
import { WORK_PAGE_WORDS } from '../../ui/i18n/work-page.ts'
import { WORK_PROBLEMS, workWrong } from '../../ui/i18n/work-problems.ts'
import { WORK_TERMS } from '../../ui/i18n/work-terms.ts'
import { shownLanguage } from '../state/shown-language.ts'

type Words = Readonly<Record<string, ShownWord>>

/** `say(key, params)` over some tables, in the language that the resident chose. */
export const sayer =
  <T extends Words>(words: T) =>
  (key: keyof T & string, params?: Params): string =>
    fill((words[key] as ShownWord)[shownLanguage.value], params)

export const term = sayer(WORK_TERMS)
export const apply = sayer(WORK_APPLY_WORDS)
export const onPage = sayer(WORK_PAGE_WORDS)
const problem = sayer(WORK_PROBLEMS)
const fault = sayer(FIELD_FAULTS)

export const sayProblem = (code: string): string => problem(workWrong(code))
export const sayFault = (code: FieldFault | undefined): string | undefined => (code === undefined ? undefined : fault(code))

/** Chinese readers get the Chinese name; everybody else the other. */
export const shownName = (named: { readonly name: string; readonly nameEn: string }): string =>
  shownLanguage.value === 'zh' ? named.name : named.nameEn

const LOCALES: Readonly<Record<ShownLanguage, string>> = { zh: 'zh-CN', en: 'en-GB', ko: 'ko-KR', ja: 'ja-JP' }

/** A day and time at the gates, wherever the reader is. */
export const timeOf = (ms: number): string =>
  new Intl.DateTimeFormat(LOCALES[shownLanguage.value], {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: TIME_ZONE
  }).format(ms)

/** How long until an instant, in days and hours or hours and minutes; null: it is over. */
export function leftUntil(ms: number, now: number): string | null {
  const minutes = Math.floor((ms - now) / 60_000)
  if (minutes < 0) return null
  const hours = Math.floor(minutes / 60)
  return hours >= 48
    ? onPage('daysHours', { days: Math.floor(hours / 24), hours: hours % 24 })
    : onPage('hoursMinutes', { hours, minutes: minutes % 60 })
}
