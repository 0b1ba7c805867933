import type { CalendarDay } from '../../shared/identity/calendar-day.ts'
import { parseDocument } from '../../shared/identity/detect-document.ts'
import type { DocumentType } from '../../shared/identity/document.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { plainName } from '../../shared/register/plain-name.ts'
import type { RosterClaim } from '../../shared/roster/roster-format.ts'

/** What the volunteer has typed so far. */
export type TypedClaim = {
  readonly way: RosterClaim['kind']
  readonly document: string
  readonly phone: string
  readonly name: string
}
export const NOTHING_TYPED: TypedClaim = { way: 'document', document: '', phone: '', name: '' }

type DocumentFailure = Extract<ReturnType<typeof parseDocument>, { ok: false }>['failure']['code']
export type ReadClaim =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'document-wrong'; readonly code: DocumentFailure }
  | { readonly kind: 'phone-wrong' | 'name-missing' }
  /** `type` of a document, as its number tells. */
  | { readonly kind: 'ready'; readonly claim: RosterClaim; readonly type: DocumentType | null }

/** Compared and nothing else: whether a foreign number exists is no question here. */
const asTyped = (text: string): string => text

export function readClaim({ way, document, phone, name }: TypedClaim, today: CalendarDay): ReadClaim {
  if (way === 'document') {
    if (document.trim() === '') return { kind: 'nothing' }
    const parsed = parseDocument(document, today)
    if (!parsed.ok) return { kind: 'document-wrong', code: parsed.failure.code }
    const { number, type } = parsed.value.document
    return { kind: 'ready', claim: { kind: 'document', number }, type }
  }
  if (phone.trim() === '') return { kind: 'nothing' }
  const parsed = parsePhone(phone, asTyped)
  if (!parsed.ok) return { kind: 'phone-wrong' }
  if (plainName(name) === '') return { kind: 'name-missing' }
  return { kind: 'ready', claim: { kind: 'phone', number: parsed.value.number, name }, type: null }
}
