import { NO_DETAILS } from '../../shared/log/entry.ts'
import { createHash } from 'node:crypto'
import { CHAIN_START } from '../../shared/log/chain.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { NewStoredEntry, QuarantineRow } from '../../server/ports/log-storage.ts'
import type { Account, DeviceRow, EnrolmentRow, IssuingKeyRow, PassEventRow, PassRow, Realm } from '../../server/ports/storage.ts'

export const AT = Date.UTC(2026, 0, 2, 3, 4, 5)

export const JWK: EcPublicJwk = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) }

export const aRealm = (change: Partial<Realm> = {}): Realm => ({
  id: 'realm-1',
  name: '测试街道',
  nameEn: 'Test Subdistrict',
  createdAt: AT,
  trustVersion: 1,
  trustIssuedAt: AT,
  nextPassNumber: 0,
  ...change
})

export const anAccount = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  username: `user-${id}`,
  displayName: '工作者',
  role: 'administrator',
  community: null,
  passwordHash: 'hash',
  active: true,
  createdAt: AT,
  sessionsFrom: AT,
  ...change
})

export const aKey = (keyId: string, change: Partial<IssuingKeyRow> = {}): IssuingKeyRow => ({
  keyId,
  purpose: 'issuing',
  publicKey: JWK,
  createdAt: AT,
  notBefore: AT / 1000,
  notAfter: AT / 1000 + 1000,
  signedCount: 0,
  revokedAt: null,
  ...change
})

export const aPass = (serial: number, change: Partial<PassRow> = {}): PassRow => ({
  serial,
  kind: 'person',
  label: '陈*明',
  documentTail: '001X',
  site: 1,
  community: 'c1',
  startMinute: 3_000_000,
  hours: 336,
  endsAt: AT / 1000 + 336 * 3600,
  keyId: '00000001',
  text: `CP1:${serial}`,
  status: 'valid',
  statusAt: AT,
  nameSealed: 'sealed',
  documentSealed: null,
  documentIndex: null,
  nameIndex: 'index',
  linkVersion: 1,
  replaces: null,
  replacedBy: null,
  issuedAt: AT,
  issuedBy: 'a1',
  ...change
})

export const anEvent = (serial: number, change: Partial<PassEventRow> = {}): PassEventRow => ({
  serial,
  at: AT,
  action: 'issue',
  reason: null,
  note: null,
  actor: 'a1',
  actorName: '工作者',
  ...change
})

export const anEnrolment = (codeHash: string, change: Partial<EnrolmentRow> = {}): EnrolmentRow => ({
  codeHash,
  site: 3,
  createdBy: 'a1',
  expiresAt: AT + 1000,
  usedAt: null,
  ...change
})

export const aDevice = (id: string): Omit<DeviceRow, 'site' | 'enrolledBy'> => ({
  id,
  name: '东门手机',
  publicKey: JWK,
  enrolledAt: AT,
  lastSeenAt: null,
  revokedAt: null,
  unsent: null,
  offsetMs: null
})

/** What the hash of a sample's entry is; storage compares hashes and never makes one. */
export const hashOf = (device: string, number: number): string =>
  number === 0 ? CHAIN_START : createHash('sha256').update(`${device}/${number}`).digest('hex')

export const anEntry = (device: string, number: number, change: Partial<NewStoredEntry> = {}): NewStoredEntry => ({
  device,
  number,
  site: 1,
  gate: 'g1',
  direction: 'in',
  deviceMs: AT + number,
  monotonicMs: number,
  boot: 'boot-1',
  offsetMs: null,
  method: 'camera',
  keyId: '00000001',
  serial: 4711,
  kind: 'person',
  verdict: 'PASS',
  reasons: ['OK'],
  admitted: true,
  ...NO_DETAILS,
  temperature: 365,
  previousHash: hashOf(device, number - 1),
  hash: hashOf(device, number),
  at: AT + number,
  receivedAt: AT + 5000,
  ...change
})

export const entriesOf = (device: string, first: number, last: number): NewStoredEntry[] =>
  Array.from({ length: last - first + 1 }, (_, index) => anEntry(device, first + index))

export const aRefusal = (device: string, number: number | null): QuarantineRow => ({
  device,
  number,
  reason: 'hash',
  body: '{"a":[1]}',
  receivedAt: AT
})
