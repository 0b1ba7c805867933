import type { CalendarDay } from '../../../shared/identity/calendar-day.ts'
import { type DocumentHint, documentKey, parseDocument } from '../../../shared/identity/detect-document.ts'
import type { DocumentNumber } from '../../../shared/identity/document.ts'
import { parseName } from '../../../shared/mask/name.ts'
import { ok } from '../../../shared/result.ts'
import type { DocumentInput, MemberInput } from '../../../shared/schema/register.ts'
import type { PersonFields } from '../../ports/register-storage.ts'
import type { Signer } from '../../ports/signer.ts'
import { type Outcome, refused } from '../context.ts'
import { documentIndexOf } from '../pass-secrets.ts'
import { readPhone } from './foreign-phone.ts'
import { type PersonData, sealRecord } from './records.ts'

export type PreparedPerson = { readonly data: PersonData; readonly birthYear: number | null; readonly documentKey: string | null }

/** A person as typed, every field checked; the path of a failure is within the person. */
export function preparePerson(input: Omit<MemberInput, 'person' | 'relation'>, today: CalendarDay): Outcome<PreparedPerson> {
  const name = parseName(input.name)
  if (!name.ok) return refused('name-invalid', '/name', name.failure)
  const phone = input.phone === null ? ok(null) : readPhone(input.phone)
  if (!phone.ok) return refused('phone-invalid', '/phone', phone.failure)
  const document = input.document === null ? ok(null) : readDocument(input.document, today)
  if (!document.ok) return document
  if (input.arrival !== null && !isDay(input.arrival.on)) return refused('invalid-field', '/arrival/on', 'no such day')
  const known = document.value
  const sex = input.sex === 'unknown' ? (known?.sex ?? 'unknown') : input.sex
  const { nationality, needs, arrival, note } = input
  return ok({
    data: {
      name: name.value,
      sex,
      document: known === null ? null : { type: known.type, country: known.country, number: known.number },
      phone: phone.value,
      nationality,
      needs: [...needs].sort(),
      arrival,
      note
    },
    birthYear: known?.birthDate === undefined ? null : Number(known.birthDate.slice(0, 4)),
    documentKey: known === null ? null : documentKey(known)
  })
}

/** As it is stored: sealed, with the keyed hash of the document. */
export const sealPerson = (
  signer: Pick<Signer, 'seal' | 'mac'>,
  { data, birthYear, documentKey: key }: PreparedPerson
): PersonFields => ({
  documentIndex: key === null ? null : documentIndexOf(signer, key),
  birthYear,
  body: sealRecord(signer, 'person', data)
})

function readDocument({ type, country, number }: DocumentInput, today: CalendarDay): Outcome<DocumentNumber> {
  const parsed = parseDocument(number, today, hintOf(type, country))
  return parsed.ok ? ok(parsed.value.document) : refused('document-invalid', '/document', parsed.failure.code)
}

function hintOf(type: DocumentInput['type'], country: string | undefined): DocumentHint | undefined {
  if (type === undefined) return country === undefined ? undefined : { type: 'passport', country }
  return type === 'passport' ? { type, country: country ?? 'XXX' } : { type }
}

const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
