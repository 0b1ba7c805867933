import type { NewPass } from '../../shared/schema/passes.ts'
import { t } from '../../ui/i18n/console.ts'
import { fromLocalInput } from '../../ui/i18n/format.ts'

/** The form as typed. `hours` holds the number of hours; `length` which preset it came from. */
export const EMPTY_PASS = {
  kind: 'person',
  name: '',
  document: '',
  plate: '',
  site: '',
  begin: 'now',
  start: '',
  length: '336',
  hours: '336',
  /** Duty passes: whether the holder may override verdicts. */
  supervisor: 'no'
}
export type PassForm = typeof EMPTY_PASS
export type PassField = keyof PassForm

/** 5, 14 and 30 days, in hours: the validities of the notices of 2020. */
export const LENGTH_PRESETS = [120, 336, 720] as const
const MAX_HOURS = 16_383

export function checkNewPass(values: PassForm): Partial<Record<PassField, string>> {
  const needed = (field: PassField): Partial<Record<PassField, string>> =>
    values[field].trim() === '' ? { [field]: t('field.needed') } : {}
  return {
    ...needed(values.kind === 'vehicle' ? 'plate' : 'name'),
    ...needed('site'),
    ...(hoursOf(values.hours) === null ? { hours: t('issue.hoursHint') } : {}),
    ...(values.begin === 'later' && fromLocalInput(values.start) === null ? { start: t('issue.startWrong') } : {})
  }
}

export function hoursOf(text: string): number | null {
  const hours = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return hours >= 1 && hours <= MAX_HOURS ? hours : null
}

/** When the pass ends, as far as the form tells; null when it does not. Milliseconds since 1970. */
export function endOf(values: PassForm, nowMs: number): number | null {
  const hours = hoursOf(values.hours)
  const start = values.begin === 'later' ? fromLocalInput(values.start) : nowMs / 1000
  return hours === null || start === null ? null : (start + hours * 3600) * 1000
}

/** Only what belongs to the kind is sent: what was typed before the kind was changed stays in the form. */
export function newPassOf(values: PassForm): NewPass {
  const vehicle = values.kind === 'vehicle'
  const start = values.begin === 'later' ? fromLocalInput(values.start) : null
  return {
    kind: values.kind as NewPass['kind'],
    site: Number(values.site),
    hours: hoursOf(values.hours) ?? 0,
    ...(values.kind === 'duty' && values.supervisor === 'yes' ? { supervisor: true } : {}),
    ...given('name', values.name),
    ...(vehicle ? given('plate', values.plate) : given('document', values.document)),
    ...(start === null ? {} : { start })
  }
}

const given = <K extends string>(key: K, text: string): { [P in K]?: string } =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as { [P in K]: string })
