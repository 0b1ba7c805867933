import type { PassKind } from '../../shared/pass/kinds.ts'
import type { PassStatus } from '../../shared/status/status-list.ts'
import type { EcPublicJwk, GateDirection } from '../../shared/trust/trust-bundle.ts'
import type { StaffRole } from '../../shared/schema/session.ts'
import type { AlertStorage } from './alert-storage.ts'
import type { FlagStorage } from './flag-storage.ts'
import type { LogStorage } from './log-storage.ts'
import type { PolicyStorage } from './policy-storage.ts'
import type { RecordStorage } from './record-storage.ts'
import type { RetentionStorage } from './retention-storage.ts'
import type { RosterStorage } from './roster-storage.ts'
import type { SharedStorage } from './shared-storage.ts'
import type { ShiftStorage } from './shift-storage.ts'
import type { SupervisorStorage } from './supervisor-storage.ts'
import type { IssueLimit, PassEventRow, PassRow } from './pass-rows.ts'
import type { ImportStorage } from './import-storage.ts'
import type { MassIssueStorage } from './mass-issue-storage.ts'
import type { RegisterStorage } from './register-storage.ts'
import type { SurveyStorage } from './survey-storage.ts'
import type { VisitorStorage } from './visitor-storage.ts'
import type { WorkStorage } from './work-storage.ts'

export type { PassEventRow, PassRow } from './pass-rows.ts'

export type Realm = {
  id: string
  name: string
  nameEn: string
  createdAt: number
  trustVersion: number
  trustIssuedAt: number
  nextPassNumber: number
}
export type Community = { id: string; name: string; nameEn: string }
export type SiteRow = { number: number; community: string; name: string; nameEn: string }
export type GateRow = { id: string; site: number; name: string; nameEn: string; directions: readonly GateDirection[] }

export type Account = {
  id: string
  username: string
  displayName: string
  role: StaffRole
  /** null: the whole realm. */
  community: string | null
  passwordHash: string
  active: boolean
  createdAt: number
  /** Sessions issued before this instant (ms) are void: a changed password or a closed account ends them. */
  sessionsFrom: number
}

export type IssuingKeyRow = {
  keyId: string
  purpose: 'root' | 'status' | 'issuing' | 'sealing'
  publicKey: EcPublicJwk
  createdAt: number
  /** Epoch seconds. */
  notBefore: number
  notAfter: number
  signedCount: number
  revokedAt: number | null
}

export type PassFilter = {
  /** null: no restriction; otherwise only this community's. */
  community: string | null
  serial?: number
  label?: string
  documentTail?: string
  nameIndex?: string
  kind?: PassKind
  status?: PassStatus
  site?: number
  /** Issue time and serial of the last row of the page before; newest first. */
  before?: { issuedAt: number; serial: number }
  limit: number
}

export type EnrolmentRow = { codeHash: string; site: number; createdBy: string; expiresAt: number; usedAt: number | null }
export type DeviceRow = {
  id: string
  name: string
  site: number
  publicKey: EcPublicJwk
  enrolledAt: number
  enrolledBy: string
  lastSeenAt: number | null
  revokedAt: number | null
  unsent: number | null
  offsetMs: number | null
}
export type InviteRow = { tokenHash: string; role: StaffRole; expiresAt: number; usedAt: number | null }
export type AuditRow = { at: number; actor: string; action: string; object: string; detail: string }
export type IdempotencyRow = { actor: string; key: string; requestHash: string; status: number; body: string; createdAt: number }

export type Refusal = { kind: 'taken' } | { kind: 'missing' } | { kind: 'conflict' }

/**
 * Everything that must survive. Each method is one transaction: done and durable when its promise resolves,
 * or not done at all. Methods answer what happened; they throw `StorageFailure` only for a machine that fails.
 */
export interface Storage
  extends FlagStorage,
    RetentionStorage,
    RosterStorage,
    LogStorage,
    AlertStorage,
    PolicyStorage,
    RecordStorage,
    ShiftStorage,
    SupervisorStorage,
    VisitorStorage,
    SharedStorage,
    RegisterStorage,
    MassIssueStorage,
    SurveyStorage,
    ImportStorage,
    WorkStorage {
  realm(): Promise<Realm | null>
  /** false when there is a realm already. */
  createRealm(realm: Realm): Promise<boolean>
  /** Counts up the trust bundle's version and keeps its issue time; the new version. */
  nextTrustVersion(issuedAt: number): Promise<number>

  setting(name: string): Promise<string | null>
  putSetting(name: string, value: string): Promise<void>

  communities(): Promise<Community[]>
  addCommunity(community: Community): Promise<boolean>
  sites(): Promise<SiteRow[]>
  /** false when the number is taken. */
  addSite(site: SiteRow): Promise<boolean>
  gates(): Promise<GateRow[]>
  addGate(gate: GateRow): Promise<boolean>

  accounts(): Promise<Account[]>
  accountById(id: string): Promise<Account | null>
  accountByUsername(username: string): Promise<Account | null>
  /** false when the user name is taken. */
  addAccount(account: Account): Promise<boolean>
  /** false when there is no such account, or it would be the last active administrator that goes. */
  changeAccount(
    id: string,
    change: Partial<Pick<Account, 'displayName' | 'active' | 'passwordHash' | 'sessionsFrom'>>
  ): Promise<'changed' | 'missing' | 'last-administrator'>
  addInvite(invite: InviteRow): Promise<void>
  /** Uses the invitation and adds the account, both or neither. */
  redeemInvite(tokenHash: string, now: number, account: Account): Promise<'created' | 'invalid' | 'taken'>

  keys(): Promise<IssuingKeyRow[]>
  addKey(key: IssuingKeyRow): Promise<boolean>
  revokeKey(keyId: string, at: number): Promise<boolean>

  /** Takes `count` numbers, counted from 0, that nobody else gets: the first of them. A crash leaves them unused. */
  takePassNumbers(count: number): Promise<number>
  /** Adds all passes with their first event and counts the keys' signatures, or none. A replacement supersedes what it replaces; `conflict` when that is not valid or held any more; `key-full` when a key would have signed more than `signaturesPerKey`; `too-many` when their issuer would have issued more than `most` since then. */
  addPasses(
    passes: readonly PassRow[],
    events: readonly PassEventRow[],
    signaturesPerKey?: number,
    limit?: IssueLimit
  ): Promise<'added' | 'conflict' | 'key-full' | 'too-many'>
  pass(serial: number): Promise<PassRow | null>
  passes(filter: PassFilter): Promise<PassRow[]>
  passEvents(serial: number): Promise<PassEventRow[]>
  /** Compare and set: `conflict` when the status is not one of `from`. */
  changePassStatus(
    serial: number,
    from: readonly PassStatus[],
    to: PassStatus,
    event: PassEventRow
  ): Promise<'changed' | 'conflict' | 'missing'>
  /** Serials whose status is not valid and whose pass ends after `endsAfter` (epoch seconds). */
  statusExceptions(endsAfter: number): Promise<{ serial: number; status: PassStatus }[]>

  addEnrolment(enrolment: EnrolmentRow): Promise<void>
  /** Uses the code and adds the device at the code's site, both or neither. */
  redeemEnrolment(codeHash: string, now: number, device: Omit<DeviceRow, 'site' | 'enrolledBy'>): Promise<DeviceRow | null>
  device(id: string): Promise<DeviceRow | null>
  devices(): Promise<DeviceRow[]>
  revokeDevice(id: string, at: number): Promise<boolean>
  touchDevice(id: string, seen: { at: number; unsent?: number; offsetMs?: number }): Promise<void>

  audit(row: AuditRow): Promise<void>
  idempotent(actor: string, key: string): Promise<IdempotencyRow | null>
  /** false when the key was used in the meantime. */
  keepIdempotent(row: IdempotencyRow): Promise<boolean>
  forgetIdempotent(before: number): Promise<void>

  /** Answers, cheaply, whether the store can be read and written. */
  check(): Promise<void>
  /** A consistent copy of everything in a new file, while reads go on and writes wait. Only the embedded database can. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}

/** The machine fails: the disk is full, the file is held by another process, is no database of ours, broke, or cannot be reached. */
export class StorageFailure extends Error {
  readonly code: 'storage-full' | 'storage-busy' | 'storage-foreign' | 'storage-broken' | 'storage-unreachable'
  constructor(code: StorageFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageFailure'
    this.code = code
  }
}
