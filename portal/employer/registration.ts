import { parseCreditCode } from '../../shared/identity/credit-code.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parseName } from '../../shared/mask/name.ts'
import type { NewEmployer } from '../../shared/schema/work-employer.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import type { FieldFault } from '../../ui/i18n/work-faults.ts'
import { storedSignal } from '../state/stored-signal.ts'

const FIELDS = ['name', 'creditCode', 'community', 'address', 'legal', 'contact', 'contactPhone'] as const
export type EmployerField = (typeof FIELDS)[number]
export type EmployerDraft = Readonly<Record<EmployerField, string>> & {
  /** Made before the first try. */
  readonly secret: string
  readonly sent: readonly string[]
}

export const EMPTY_EMPLOYER = Object.fromEntries(FIELDS.map(field => [field, ''])) as Record<EmployerField, string>

/** The registration that is being typed; null: none. */
export const employerDraft = storedSignal<EmployerDraft | null>('checkpoint.employer-draft', value => {
  const draft = value as EmployerDraft | null
  if (typeof draft?.secret !== 'string') return null
  const fields = Object.fromEntries(FIELDS.map(field => [field, typeof draft[field] === 'string' ? draft[field] : '']))
  const sent = Array.isArray(draft.sent) ? draft.sent.filter(body => typeof body === 'string') : []
  return { ...(fields as Record<EmployerField, string>), secret: draft.secret, sent }
})

/** What is wrong with a registration, by field. */
export function employerFaults(draft: Readonly<Record<EmployerField, string>>): Partial<Record<EmployerField, FieldFault>> {
  const faults: Partial<Record<EmployerField, FieldFault>> = {}
  for (const field of FIELDS) if (draft[field].trim() === '') faults[field] = field === 'community' ? 'choose' : 'needed'
  const code = parseCreditCode(draft.creditCode)
  if (faults.creditCode === undefined && !code.ok) faults.creditCode = `credit.${code.failure}`
  if (draft.name.length > WORK_LIMITS.company) faults.name = 'long'
  if (draft.address.length > WORK_LIMITS.place) faults.address = 'long'
  for (const field of ['legal', 'contact'] as const) {
    const name = parseName(draft[field])
    if (faults[field] === undefined && !name.ok) faults[field] = name.failure === 'too-long' ? 'long' : 'name'
  }
  if (faults.contactPhone === undefined && !parsePhone(draft.contactPhone, number => number).ok) faults.contactPhone = 'phone'
  return faults
}

export const registrationOf = (draft: Readonly<Record<EmployerField, string>>): Omit<NewEmployer, 'secret'> => ({
  name: draft.name.trim(),
  creditCode: draft.creditCode.trim(),
  community: draft.community,
  address: draft.address.trim(),
  legalRepresentative: draft.legal.trim(),
  contact: { name: draft.contact.trim(), phone: draft.contactPhone.trim() }
})

const PATHS: Readonly<Record<string, EmployerField>> = {
  '/name': 'name',
  '/creditCode': 'creditCode',
  '/community': 'community',
  '/address': 'address',
  '/legalRepresentative': 'legal',
  '/contact/name': 'contact',
  '/contact/phone': 'contactPhone'
}
export const employerFieldOf = (path: string | null): EmployerField | null => PATHS[path ?? ''] ?? null
