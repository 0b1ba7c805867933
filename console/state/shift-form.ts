import { cutDay, DAY_MS } from '../../shared/duty/slot-plan.ts'
import type { NewSlots } from '../../shared/schema/shifts.ts'
import { fromLocalInput, toLocalInput } from '../../ui/i18n/format.ts'
import { ts } from '../../ui/i18n/shifts.ts'

/** The form of many slots at once, as typed. */
export const EMPTY_SLOTS = { gate: '', day: '', days: '7', from: '0', to: '24', hours: '4', places: '2' }
export type SlotForm = typeof EMPTY_SLOTS
export type SlotField = keyof SlotForm

/** Local midnight of `2026-11-24`, ms; null: no day. */
export const midnightOf = (day: string): number | null => {
  const seconds = fromLocalInput(`${day}T00:00`)
  return seconds === null ? null : seconds * 1000
}
export const dayOf = (ms: number): string => toLocalInput(ms).slice(0, 10)

/** Monday of the week, local midnight, ms. */
export function weekStart(ms: number): number {
  const midnight = midnightOf(dayOf(ms)) ?? ms
  // 1970-01-01 was a Thursday; local days are whole days from it.
  const weekday = (Math.round((midnight + 8 * 3_600_000) / DAY_MS) + 3) % 7
  return midnight - weekday * DAY_MS
}

const within = (text: string, min: number, max: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : null
}

const LIMITS: Readonly<Record<'days' | 'from' | 'to' | 'hours' | 'places', readonly [number, number]>> = {
  days: [1, 31],
  from: [0, 23],
  to: [1, 24],
  hours: [1, 12],
  places: [1, 20]
}

export function checkSlots(values: SlotForm): Partial<Record<SlotField, string>> {
  const wrong = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).filter(field => within(values[field], ...LIMITS[field]) === null)
  const errors: Partial<Record<SlotField, string>> = Object.fromEntries(
    wrong.map(field => [field, ts('plan.range', { min: LIMITS[field][0], max: LIMITS[field][1] })])
  )
  if (values.gate === '') errors.gate = ts('field.needed')
  if (midnightOf(values.day) === null) errors.day = ts('field.needed')
  if (Number(values.to) <= Number(values.from)) errors.to ??= ts('plan.toWrong')
  return errors
}

export function slotsOf(values: SlotForm): NewSlots {
  const first = midnightOf(values.day) ?? 0
  const places = Number(values.places)
  const days = Array.from({ length: Number(values.days) }, (_, day) => first + day * DAY_MS)
  const slots = days.flatMap(day => cutDay(day, Number(values.from), Number(values.to), Number(values.hours)))
  return { gate: values.gate, slots: slots.map(slot => ({ ...slot, places })) }
}
