import type { CalendarDay } from '../identity/calendar-day.ts'
import { parseDocument } from '../identity/detect-document.ts'
import { documentKey } from '../identity/document.ts'
import { type ForeignPhoneValidator, parsePhone } from '../identity/phone.ts'
import { isPrintable } from '../identity/printable.ts'
import { PURPOSES, type Purpose } from '../log/entry.ts'
import { parseName } from '../mask/name.ts'
import { fail, ok, type Result } from '../result.ts'

/** What a visitor answers about the last fortnight; never a verdict by itself. */
export const HEALTH_ANSWERS = ['none', 'cough', 'fever', 'contact', 'refused'] as const
export type HealthAnswer = (typeof HEALTH_ANSWERS)[number]

/** Somebody without a pass as written down at a gate (DOMAIN.md §2.3); travels sealed. Empty text: not given. */
export type VisitorRecord = {
  readonly name: string
  readonly phone: string
  readonly document: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly host: string
  readonly purpose: Purpose
  readonly health: HealthAnswer
  /** The phone that sealed it: a record copied to another phone's log does not fit there. */
  readonly device: string
}

export type VisitorField = keyof VisitorRecord
export type VisitorFailure = { readonly field: VisitorField; readonly code: string }
/** As typed, before anything was checked. */
export type TypedVisitor = Readonly<Record<VisitorField, string>>

export type ParsedVisitor = { readonly record: VisitorRecord /** For the keyed index. */; readonly documentKey: string | null }

const SHORT = ['building', 'unit', 'room'] as const
const MAX_SHORT = 12
const MAX_HOST = 30

/** Checked the same on the phone while it is typed and on the service when it is opened. */
export function parseVisitor(
  typed: TypedVisitor,
  today: CalendarDay,
  validateForeign: ForeignPhoneValidator
): Result<ParsedVisitor, VisitorFailure> {
  const name = parseName(typed.name)
  if (!name.ok) return wrong('name', name.failure)
  const phone = parsePhone(typed.phone, validateForeign)
  if (!phone.ok) return wrong('phone', phone.failure)
  const document = typed.document.trim() === '' ? null : parseDocument(typed.document, today)
  if (document !== null && !document.ok) return wrong('document', document.failure.code)
  for (const field of SHORT) if (!isLine(typed[field], MAX_SHORT)) return wrong(field, 'too-long')
  if (!isLine(typed.host, MAX_HOST)) return wrong('host', 'too-long')
  if (!isOneOf(PURPOSES, typed.purpose)) return wrong('purpose', 'needed')
  if (!isOneOf(HEALTH_ANSWERS, typed.health)) return wrong('health', 'needed')
  const [building, unit, room, host] = [typed.building, typed.unit, typed.room, typed.host].map(text =>
    text.normalize('NFC').trim()
  )
  return ok({
    record: {
      name: name.value,
      phone: phone.value.number,
      document: document === null ? '' : document.value.document.number,
      building: building ?? '',
      unit: unit ?? '',
      room: room ?? '',
      host: host ?? '',
      purpose: typed.purpose,
      health: typed.health,
      device: typed.device
    },
    documentKey: document === null ? null : documentKey(document.value.document)
  })
}

const FIELDS = ['name', 'phone', 'document', 'building', 'unit', 'room', 'host', 'purpose', 'health', 'device'] as const

/** Opened JSON → fields as text; null: not a visitor's record at all. */
export function readTyped(value: unknown): TypedVisitor | null {
  if (typeof value !== 'object' || value === null) return null
  const fields: Record<string, unknown> = { ...value }
  const isWhole = Object.keys(fields).length === FIELDS.length && FIELDS.every(field => typeof fields[field] === 'string')
  return isWhole ? (fields as TypedVisitor) : null
}

const wrong = (field: VisitorField, code: string) => fail({ field, code })
const isLine = (text: string, most: number): boolean =>
  text.trim() === '' || (isPrintable(text.trim()) && [...text.trim()].length <= most)
const isOneOf = <T extends string>(words: readonly T[], text: string): text is T => (words as readonly string[]).includes(text)
