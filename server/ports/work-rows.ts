import type { WorkState } from '../../shared/work/states.ts'
import type { DeclaredBy, WorkFlag, WorkLanguage, WorkPhotoKind, WorkPurpose } from '../../shared/work/words.ts'

/** What changes in an application's life. Instants in ms; sealed texts are base64url. */
export type WorkFields = {
  purpose: WorkPurpose
  community: string
  /** null: an invited worker has not told it. */
  site: number | null
  language: WorkLanguage
  declaredBy: DeclaredBy | null
  /** SHA-256 of the secret that opens it. */
  secretHash: string
  /** Keyed hash of the submission, to know a repeated one. */
  requestMac: string | null
  /** Encrypted: name, document, phone, address. */
  person: string
  /** Encrypted: workplace, health, proxy; null: nothing is declared yet. */
  declaration: string | null
  documentIndex: string
  phoneIndex: string | null
  flags: readonly WorkFlag[]
  submittedAt: number | null
  committedAt: number | null
  dueAt: number | null
  /** Promised working minutes that were left when a question was asked. */
  minutesLeft: number | null
  lateAt: number | null
  lapseAt: number | null
  /** Account that has it, what it is called, and until when. */
  claimBy: string | null
  claimName: string | null
  claimUntil: number | null
  decidedAt: number | null
  decidedBy: string | null
  decidedName: string | null
  /** Coded reason of a rejection. */
  reason: string | null
  /** Encrypted: the open question, or what was written to a rejection. */
  note: string | null
  photosAsked: readonly WorkPhotoKind[]
  policy: number | null
  /** When it was rejected, withdrawn, or lapsed: retention counts from here. */
  refusedAt: number | null
  /** End of the card, or the making of an invitation: retention counts from here. */
  overAt: number | null
  leftAt: number | null
  /** Of an employer's workers: the one that counts, the newest. */
  isCurrent: boolean
}
export type WorkRow = WorkFields & {
  /** Order of arrival. */
  id: number
  number: string
  state: WorkState
  employer: string | null
  /** Serial of the card; only the signing sets it. */
  serial: number | null
  /** Number of the application whose card this one renews. */
  renews: string | null
  createdAt: number
}
