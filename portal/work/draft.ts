import type { DocumentType } from '../../shared/identity/document.ts'
import type { WorkDeclaration } from '../../shared/schema/work.ts'
import { PROXY_RELATIONS, SYMPTOMS, type Symptom, TRANSPORTS, WORK_PURPOSES } from '../../shared/work/words.ts'

/** Why a form is filled in, and how it is sent. `link` is the employer's invitation, void after it was used. */
export type DraftMode =
  | { readonly kind: 'new' }
  | { readonly kind: 'invited'; readonly number: string; readonly link: string; readonly employer: string }
  | { readonly kind: 'answer'; readonly number: string; readonly question: string }
  | { readonly kind: 'clerk'; readonly employer: string; readonly number: string }

/** Everything as typed. `''` is "not answered yet". */
export type DraftFields = {
  readonly purpose: string
  readonly forWhom: string
  readonly relation: string
  readonly proxyName: string
  readonly proxyPhone: string
  readonly name: string
  readonly documentType: string
  readonly country: string
  readonly document: string
  readonly phone: string
  readonly site: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly company: string
  readonly creditCode: string
  readonly contact: string
  readonly companyPhone: string
  readonly destination: string
  readonly transport: string
  readonly resident: string
  /** `no`: none; `yes`: those of `symptoms`. */
  readonly anySymptom: string
  readonly symptoms: string
  readonly diagnosed: string
  readonly closeContact: string
  readonly hubeiContact: string
  readonly leftProvince: string
  readonly returnedOn: string
  readonly temperature: string
  readonly committed: string
  readonly signature: string
  readonly answer: string
}
export type DraftField = keyof DraftFields

/** A form on this phone. `secret` was made before the first try: with it every try is the same submission. */
export type WorkDraft = {
  readonly key: string
  readonly secret: string
  readonly mode: DraftMode
  readonly step: string
  readonly fields: DraftFields
  /** Bodies that were sent and not answered, oldest first: one of them may have arrived. */
  readonly sent: readonly string[]
  /** It is to be sent until it is answered, also after the page was closed. */
  readonly isSending: boolean
  readonly changedAt: number
}

export const EMPTY_FIELDS: DraftFields = {
  purpose: 'work',
  forWhom: '',
  relation: '',
  proxyName: '',
  proxyPhone: '',
  name: '',
  documentType: '',
  country: '',
  document: '',
  phone: '',
  site: '',
  building: '',
  unit: '',
  room: '',
  company: '',
  creditCode: '',
  contact: '',
  companyPhone: '',
  destination: '',
  transport: '',
  resident: '',
  anySymptom: '',
  symptoms: '',
  diagnosed: '',
  closeContact: '',
  hubeiContact: '',
  leftProvince: '',
  returnedOn: '',
  temperature: '',
  committed: '',
  signature: '',
  answer: ''
}
const DRAFT_FIELDS = Object.keys(EMPTY_FIELDS) as readonly DraftField[]

/** Types that somebody may have to name; '' lets the number's shape tell it. */
export const CHOSEN_DOCUMENT_TYPES: readonly DocumentType[] = [
  'citizen-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'residence-permit',
  'permanent-residence',
  'permanent-residence-2004'
]

type NewDraft = { key: string; secret: string; mode: DraftMode; now: number; fields?: Partial<DraftFields> }

export const newDraft = ({ key, secret, mode, now, fields = {} }: NewDraft): WorkDraft => ({
  key,
  secret,
  mode,
  step: '',
  fields: { ...EMPTY_FIELDS, ...fields },
  sent: [],
  isSending: false,
  changedAt: now
})

export const symptomsOf = ({ symptoms }: Pick<DraftFields, 'symptoms'>): Symptom[] =>
  SYMPTOMS.filter(symptom => symptoms.split(' ').includes(symptom))

/** What a stored or foreign value says of a form; null: it is none. A field of a later version is dropped. */
export function readDraft(value: unknown): WorkDraft | null {
  const draft = value as WorkDraft | null
  if (typeof draft?.key !== 'string' || typeof draft.secret !== 'string' || typeof draft.fields !== 'object') return null
  if (draft.fields === null || typeof draft.mode?.kind !== 'string') return null
  const typed = draft.fields as Record<string, unknown>
  const fields = Object.fromEntries(
    DRAFT_FIELDS.map(name => [name, typeof typed[name] === 'string' ? typed[name] : EMPTY_FIELDS[name]])
  ) as unknown as DraftFields
  const sent = Array.isArray(draft.sent) ? draft.sent.filter(body => typeof body === 'string') : []
  return {
    key: draft.key,
    secret: draft.secret,
    mode: draft.mode,
    step: typeof draft.step === 'string' ? draft.step : '',
    fields,
    sent,
    isSending: draft.isSending === true,
    changedAt: Number(draft.changedAt) || 0
  }
}

/** The fields of what was declared before: for a correction, or for renewing without what was true only then. */
export function fieldsOf(declaration: Omit<WorkDeclaration, 'committed'>, isRenewal: boolean): Partial<DraftFields> {
  const { purpose, holder, workplace, health, proxy } = declaration
  const known: Partial<DraftFields> = {
    purpose: pick(WORK_PURPOSES, purpose),
    forWhom: proxy === null ? 'self' : 'other',
    relation: proxy === null ? '' : pick(PROXY_RELATIONS, proxy.relation),
    proxyName: proxy?.name ?? '',
    proxyPhone: proxy?.phone ?? '',
    name: holder.name,
    documentType: holder.document.type ?? '',
    country: holder.document.country ?? '',
    document: holder.document.number,
    phone: holder.phone ?? '',
    site: String(holder.site),
    building: holder.building,
    unit: holder.unit ?? '',
    room: holder.room,
    company: workplace.name,
    creditCode: workplace.creditCode ?? '',
    contact: workplace.contact ?? '',
    companyPhone: workplace.phone ?? '',
    destination: workplace.destination ?? '',
    transport: pick(TRANSPORTS, workplace.transport)
  }
  if (isRenewal) return known
  return {
    ...known,
    resident: word(health.residentSince14Days),
    anySymptom: word(health.symptoms.length > 0),
    symptoms: health.symptoms.join(' '),
    diagnosed: word(health.diagnosed),
    closeContact: word(health.closeContact),
    hubeiContact: word(health.hubeiContact),
    leftProvince: word(health.leftProvince),
    returnedOn: health.returnedOn ?? '',
    temperature: (health.temperature / 10).toFixed(1)
  }
}

const word = (is: boolean): string => (is ? 'yes' : 'no')
const pick = (words: readonly string[], value: string): string => (words.includes(value) ? value : '')
