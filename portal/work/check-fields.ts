import type { CalendarDay } from '../../shared/identity/calendar-day.ts'
import { parseCreditCode } from '../../shared/identity/credit-code.ts'
import type { DocumentResult } from '../../shared/identity/document.ts'
import { type DocumentHint, parseDocument } from '../../shared/identity/detect-document.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parseName } from '../../shared/mask/name.ts'
import { parseAddress } from '../../shared/register/address.ts'
import { calendarDayOf, dayNumberOf, localDayNumber } from '../../shared/work/local-days.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import type { FieldFault } from '../../ui/i18n/work-faults.ts'
import { type DraftField, type DraftFields, type DraftMode, symptomsOf } from './draft.ts'
import { tenthsOf } from './temperature.ts'

export type Faults = Partial<Record<DraftField, FieldFault>>
/** `now` in ms; `limit`: longest answer. The service checks again and decides. */
export type CheckContext = { readonly mode: DraftMode; readonly now: number }
export type Check = (fields: DraftFields, ctx: CheckContext) => FieldFault | null

export const localToday = (now: number): CalendarDay => calendarDayOf(localDayNumber(now))

const needed =
  (field: DraftField): Check =>
  fields =>
    fields[field].trim() === '' ? 'needed' : null

/** Text that is needed or not, of at most `limit` characters. */
const text =
  (field: DraftField, limit: number, isNeeded: boolean): Check =>
  fields => {
    const value = fields[field].trim()
    if (value === '') return isNeeded ? 'needed' : null
    return value.length > limit ? 'long' : null
  }

const name =
  (field: DraftField): Check =>
  fields => {
    if (fields[field].trim() === '') return 'needed'
    const parsed = parseName(fields[field])
    if (parsed.ok && /\p{Extended_Pictographic}/u.test(parsed.value)) return 'name' // no document has emoji
    return parsed.ok ? null : parsed.failure === 'too-long' ? 'long' : 'name'
  }

/** The phone has no tables of foreign numbers; the service has. */
const phone =
  (field: DraftField, isNeeded: boolean): Check =>
  fields => {
    if (fields[field].trim() === '') return isNeeded ? 'needed' : null
    return parsePhone(fields[field], number => number).ok ? null : 'phone'
  }

/** An identity document as typed, with the type where somebody chose one. */
export function documentTyped({ documentType, country, document }: DraftFields, now: number): DocumentResult {
  const hint: DocumentHint | undefined =
    documentType === ''
      ? undefined
      : documentType === 'passport'
        ? { type: 'passport', country: country.trim() }
        : { type: documentType as Exclude<DocumentHint['type'], 'passport'> }
  return parseDocument(document, localToday(now), hint)
}

const document: Check = (fields, { now }) => {
  if (fields.document.trim() === '') return 'needed'
  if (fields.document.length > WORK_LIMITS.document) return 'document.length'
  const parsed = documentTyped(fields, now)
  return parsed.ok ? null : `document.${parsed.failure.code}`
}

const addressPart =
  (field: 'building' | 'unit' | 'room'): Check =>
  fields => {
    if (field !== 'unit' && fields[field].trim() === '') return 'needed'
    return parseAddress({ building: '1', unit: '', room: '1', [field]: fields[field] }).ok ? null : 'address'
  }

const creditCode: Check = ({ creditCode: typed }) => {
  if (typed.trim() === '') return null
  const parsed = parseCreditCode(typed)
  return parsed.ok ? null : `credit.${parsed.failure}`
}

const returnedOn: Check = (fields, { now }) => {
  if (fields.leftProvince !== 'yes') return null
  const day = dayNumberOf(fields.returnedOn)
  if (day === null) return 'needed'
  return day > localDayNumber(now) ? 'day' : null
}

const same = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLocaleLowerCase('en')

/** Who declares signs: the holder, or whoever fills it in; for an employer's worker without a phone the clerk. */
const signature: Check = (fields, { mode }) => {
  if (fields.signature.trim() === '') return 'needed'
  if (mode.kind === 'clerk') return null
  const signer = fields.forWhom === 'other' ? fields.proxyName : fields.name
  return same(fields.signature, signer) ? null : 'signature'
}

const isForOther =
  (check: Check): Check =>
  (fields, ctx) =>
    ctx.mode.kind !== 'clerk' && fields.forWhom === 'other' ? check(fields, ctx) : null

export const CHECKS: Partial<Record<DraftField, Check>> = {
  forWhom: (fields, { mode }) => (mode.kind !== 'clerk' && fields.forWhom === '' ? 'choose' : null),
  relation: isForOther(fields => (fields.relation === '' ? 'choose' : null)),
  proxyName: isForOther(name('proxyName')),
  proxyPhone: isForOther(phone('proxyPhone', true)),
  name: name('name'),
  country: fields => (fields.documentType === 'passport' && !/^[A-Za-z]{3}$/.test(fields.country.trim()) ? 'country' : null),
  document,
  // Whoever has a proxy or a clerk need not have a phone.
  phone: (fields, ctx) => phone('phone', ctx.mode.kind !== 'clerk' && fields.forWhom !== 'other')(fields, ctx),
  site: fields => (fields.site === '' ? 'choose' : null),
  building: addressPart('building'),
  unit: addressPart('unit'),
  room: addressPart('room'),
  company: text('company', WORK_LIMITS.company, true),
  creditCode,
  contact: text('contact', WORK_LIMITS.name, false),
  companyPhone: phone('companyPhone', false),
  destination: text('destination', WORK_LIMITS.place, false),
  transport: fields => (fields.transport === '' ? 'choose' : null),
  resident: needed('resident'),
  anySymptom: fields =>
    fields.anySymptom === '' ? 'choose' : fields.anySymptom === 'yes' && symptomsOf(fields).length === 0 ? 'symptom' : null,
  diagnosed: needed('diagnosed'),
  closeContact: needed('closeContact'),
  hubeiContact: needed('hubeiContact'),
  leftProvince: needed('leftProvince'),
  returnedOn,
  temperature: fields =>
    fields.temperature.trim() === '' ? 'needed' : tenthsOf(fields.temperature) === null ? 'temperature' : null,
  committed: fields => (fields.committed === 'yes' ? null : 'committed'),
  signature
}

/** What is wrong with some fields, in their order. */
export function faultsOf(names: readonly DraftField[], fields: DraftFields, ctx: CheckContext): Faults {
  const faults: Faults = {}
  for (const field of names) {
    const fault = CHECKS[field]?.(fields, ctx) ?? null
    if (fault !== null) faults[field] = fault
  }
  return faults
}
