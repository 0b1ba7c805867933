import type { DocumentType } from '../../../shared/identity/document.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import type { FilingInput, NewEmployer } from '../../../shared/schema/work-employer.ts'
import type { DailyReport, HealthInput, WorkDeclaration, WorkplaceInput } from '../../../shared/schema/work.ts'
import type { Signer } from '../../ports/signer.ts'
import { openText, sealText } from '../pass-secrets.ts'

/** Who the card is for; sealed apart from the health, so that an employer's list opens nothing else. */
export type WorkPerson = {
  readonly name: string
  readonly document: { readonly type: DocumentType; readonly country: string; readonly number: string }
  readonly phone: string | null
  /** null: an invited worker has not told it. */
  readonly address: { readonly building: string; readonly unit: string; readonly room: string } | null
}
export type WorkDeclared = {
  readonly workplace: WorkplaceInput
  readonly health: HealthInput
  readonly proxy: WorkDeclaration['proxy']
}
export type EmployerBody = Pick<NewEmployer, 'address' | 'legalRepresentative' | 'contact'>

type Content = {
  person: WorkPerson
  declaration: WorkDeclared
  report: DailyReport
  employer: EmployerBody
  filing: FilingInput
  push: { endpoint: string; keys: { p256dh: string; auth: string } }
}
type Seal = Pick<Signer, 'seal'>
type Open = Pick<Signer, 'open'>

export const sealWork = <K extends keyof Content>(signer: Seal, field: K, value: Content[K]): string =>
  sealText(signer, `work-${field}`, JSON.stringify(value))
export const openWorkField = <K extends keyof Content>(signer: Open, field: K, sealed: string): Content[K] =>
  JSON.parse(openText(signer, `work-${field}`, sealed) as string) as Content[K]

export const sealNote = (signer: Seal, text: string): string => sealText(signer, 'work-note', text)
export const openNote = (signer: Open, sealed: string | null): string | null => openText(signer, 'work-note', sealed)

/** Encrypted and still text: the same in every database, and moved with it. */
export const sealPhoto = (signer: Seal, bytes: Uint8Array): string => signer.seal('field/work-photo', bytes)
export const openPhoto = (signer: Open, sealed: string): Uint8Array => {
  const bytes = signer.open('field/work-photo', sealed)
  if (bytes === null) throw new Error('a sealed photo cannot be opened')
  return bytes
}

export const employerBody = (signer: Open, row: EmployerRow): EmployerBody => openWorkField(signer, 'employer', row.body)
