import type { Selectable } from 'kysely'
import type { PassKind } from '../../shared/pass/kinds.ts'
import type { PassStatus } from '../../shared/status/status-list.ts'
import type { PassEventRow, PassRow } from '../ports/storage.ts'
import { type Database, REALM } from './schema.ts'

export const toEventRows = (events: readonly PassEventRow[], firstId: number): Selectable<Database['pass_event']>[] =>
  events.map(({ serial, at, action, reason, note, actor, actorName }, index) => ({
    realm: REALM,
    serial,
    id: firstId + index,
    at,
    action,
    reason,
    note,
    actor,
    actor_name: actorName
  }))

export const toPassRow = (pass: PassRow): Selectable<Database['pass']> => ({
  realm: REALM,
  serial: pass.serial,
  kind: pass.kind,
  label: pass.label,
  document_tail: pass.documentTail,
  site: pass.site,
  community: pass.community,
  start_minute: pass.startMinute,
  hours: pass.hours,
  ends_at: pass.endsAt,
  key_id: pass.keyId,
  text: pass.text,
  status: pass.status,
  status_at: pass.statusAt,
  name_sealed: pass.nameSealed,
  document_sealed: pass.documentSealed,
  document_index: pass.documentIndex,
  name_index: pass.nameIndex,
  link_version: pass.linkVersion,
  replaces: pass.replaces,
  replaced_by: pass.replacedBy,
  issued_at: pass.issuedAt,
  issued_by: pass.issuedBy
})

export const fromPassRow = (row: Selectable<Database['pass']>): PassRow => ({
  serial: row.serial,
  kind: row.kind as PassKind,
  label: row.label,
  documentTail: row.document_tail,
  site: row.site,
  community: row.community,
  startMinute: row.start_minute,
  hours: row.hours,
  endsAt: row.ends_at,
  keyId: row.key_id,
  text: row.text,
  status: row.status as PassStatus,
  statusAt: row.status_at,
  nameSealed: row.name_sealed,
  documentSealed: row.document_sealed,
  documentIndex: row.document_index,
  nameIndex: row.name_index,
  linkVersion: row.link_version,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by
})
