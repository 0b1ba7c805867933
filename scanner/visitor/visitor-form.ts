import type { CalendarDay } from '../../shared/identity/calendar-day.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { parseOtherPlate } from '../../shared/identity/plate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type ParsedVisitor, parseVisitor, type TypedVisitor, type VisitorField } from '../../shared/visitor/visitor-record.ts'

/** The form as it stands: the record's fields, and the plate, which the entry itself holds. */
export type VisitorForm = TypedVisitor & { readonly plate: string }
export type FormField = VisitorField | 'plate'
export type FormFailure = { readonly field: FormField; readonly code: string }
export type ReadyVisitor = ParsedVisitor & { readonly plate: string | null }

export const emptyForm = (device: string): VisitorForm => ({
  name: '',
  phone: '',
  document: '',
  building: '',
  unit: '',
  room: '',
  host: '',
  purpose: 'visit',
  health: '',
  plate: '',
  device
})

/** E.164 by its shape: the tables of all countries are the service's, it looks again. */
const foreignByShape = (text: string): string | null => (/^\+[1-9]\d{6,14}$/.test(text) ? text : null)

export function readForm({ plate, ...typed }: VisitorForm, today: CalendarDay): Result<ReadyVisitor, FormFailure> {
  const parsed = parseVisitor(typed, today, foreignByShape)
  if (!parsed.ok) return parsed
  if (plate.trim() === '') return ok({ ...parsed.value, plate: null })
  const known = parsePlate(plate)
  const other = known.ok ? known : parseOtherPlate(plate)
  if (!other.ok || other.value.plate.length > 20) return fail({ field: 'plate', code: 'too-long' })
  return ok({ ...parsed.value, plate: other.value.plate })
}
