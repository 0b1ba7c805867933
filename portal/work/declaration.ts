import type { WorkDeclaration } from '../../shared/schema/work.ts'
import type { WorkLanguage } from '../../shared/work/words.ts'
import { normaliseNumber } from '../../shared/identity/normalise.ts'
import { type DraftField, type DraftFields, type DraftMode, symptomsOf } from './draft.ts'
import { tenthsOf } from './temperature.ts'

/** The declaration that checked fields stand for; a clerk's and an invited worker's own have no proxy unless one was named. */
export function declarationOf(fields: DraftFields, mode: DraftMode, language: WorkLanguage): WorkDeclaration {
  return {
    purpose: fields.purpose === 'school' ? 'school' : 'work',
    language,
    holder: {
      name: line(fields.name),
      document: documentOf(fields),
      phone: orNull(fields.phone),
      site: Number(fields.site),
      building: line(fields.building),
      unit: orNull(fields.unit),
      room: line(fields.room)
    },
    workplace: {
      name: line(fields.company),
      creditCode: fields.creditCode.trim() === '' ? null : normaliseNumber(fields.creditCode),
      contact: orNull(fields.contact),
      phone: orNull(fields.companyPhone),
      destination: orNull(fields.destination),
      transport: (fields.transport || 'other') as WorkDeclaration['workplace']['transport']
    },
    health: {
      residentSince14Days: fields.resident === 'yes',
      symptoms: fields.anySymptom === 'yes' ? symptomsOf(fields) : [],
      diagnosed: fields.diagnosed === 'yes',
      closeContact: fields.closeContact === 'yes',
      hubeiContact: fields.hubeiContact === 'yes',
      leftProvince: fields.leftProvince === 'yes',
      returnedOn: fields.leftProvince === 'yes' && fields.returnedOn !== '' ? fields.returnedOn : null,
      temperature: tenthsOf(fields.temperature) ?? 0
    },
    proxy:
      mode.kind === 'clerk' || fields.forWhom !== 'other'
        ? null
        : {
            name: line(fields.proxyName),
            phone: line(fields.proxyPhone),
            relation: (fields.relation || 'other') as NonNullable<WorkDeclaration['proxy']>['relation']
          },
    committed: fields.committed === 'yes'
  }
}

function documentOf({ documentType, country, document }: DraftFields): WorkDeclaration['holder']['document'] {
  const number = normaliseNumber(document)
  if (documentType === '') return { number }
  const type = documentType as NonNullable<WorkDeclaration['holder']['document']['type']>
  return type === 'passport' ? { type, country: normaliseNumber(country), number } : { type, number }
}

/** One line of text: what stands between words in a paste becomes one space. */
const line = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
const orNull = (text: string): string | null => (line(text) === '' ? null : line(text))

const PATHS: Readonly<Record<string, DraftField>> = {
  '/holder/name': 'name',
  '/holder/document': 'document',
  '/holder/phone': 'phone',
  '/holder/site': 'site',
  '/holder/building': 'building',
  '/holder/unit': 'unit',
  '/holder/room': 'room',
  '/workplace/name': 'company',
  '/workplace/creditCode': 'creditCode',
  '/workplace/contact': 'contact',
  '/workplace/phone': 'companyPhone',
  '/workplace/destination': 'destination',
  '/workplace/transport': 'transport',
  '/health/returnedOn': 'returnedOn',
  '/health/temperature': 'temperature',
  '/health/symptoms': 'anySymptom',
  '/proxy/name': 'proxyName',
  '/proxy/phone': 'proxyPhone',
  '/proxy/relation': 'relation',
  '/committed': 'committed',
  '/text': 'answer'
}

/** The field that a problem's JSON Pointer means; an answer carries the declaration one level deeper. */
export const fieldOfPath = (path: string | null): DraftField | null => {
  const plain = (path ?? '').replace(/^\/declaration(?=\/)/, '')
  return Object.entries(PATHS).find(([prefix]) => plain === prefix || plain.startsWith(`${prefix}/`))?.[1] ?? null
}
