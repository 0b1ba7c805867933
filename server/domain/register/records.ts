import type { DocumentType } from '../../../shared/identity/document.ts'
import type { ArrivalFrom, Need, RegisterSex } from '../../../shared/register/words.ts'
import type { Signer } from '../../ports/signer.ts'
import { sealText } from '../pass-secrets.ts'

/** What the register knows of a person; kept encrypted as one record. */
export type PersonData = {
  readonly name: string
  readonly sex: RegisterSex
  readonly document: { readonly type: DocumentType; readonly country: string; readonly number: string } | null
  readonly phone: string | null
  readonly nationality: string | null
  readonly needs: readonly Need[]
  readonly arrival: { readonly from: ArrivalFrom; readonly on: string } | null
  readonly note: string | null
}

/** The part of a sheet that is about people outside it. */
export type HouseholdData = {
  readonly landlord: { readonly name: string; readonly phone: string | null } | null
  readonly note: string | null
}

type Field = 'person' | 'household' | 'revision'
type Opener = Pick<Signer, 'open'>

export const sealRecord = (signer: Pick<Signer, 'seal'>, field: Field, value: object): string =>
  sealText(signer, field, JSON.stringify(value))

function openRecord<T>(signer: Opener, field: Field, sealed: string): T {
  const bytes = signer.open(`field/${field}`, sealed)
  if (bytes === null) throw new Error(`a sealed ${field} cannot be opened`)
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as T
}

export const openPerson = (signer: Opener, sealed: string): PersonData => openRecord(signer, 'person', sealed)
export const openHousehold = (signer: Opener, sealed: string): HouseholdData => openRecord(signer, 'household', sealed)
export const openChanges = <T>(signer: Opener, sealed: string): T => openRecord(signer, 'revision', sealed)
