import type { RegisterHot, RegisterTables } from './register-schema.ts'
import type { SurveyTables } from './survey-schema.ts'
import type { WorkHot, WorkTables } from './work-schema.ts'

/** Booleans are 0 and 1, instants milliseconds in bigint, JSON is text: what every engine keeps alike. */
type Flag = 0 | 1
type Json = string

/**
 * A database holds one realm. Keys of the tables that grow begin with it all the same, so that a distributed
 * PostgreSQL can spread them later without a new layout.
 */
export const REALM = 1
type InRealm = { realm: number }

type Row = {
  realm: {
    realm: number
    id: string
    name: string
    name_en: string
    created_at: number
    trust_version: number
    trust_issued_at: number
    next_pass_number: number
  }
  setting: { name: string; value: string }
  community: { id: string; name: string; name_en: string }
  site: { number: number; community: string; name: string; name_en: string }
  gate: { id: string; site: number; name: string; name_en: string; directions: Json }
  policy: {
    id: number
    effective_from: number
    effective_until: number | null
    /** The rules, without the end. */
    body: Json
    note: string
    created_at: number
    created_by: string
    ended_at: number | null
    ended_by: string | null
  }
  account: {
    id: string
    username: string
    display_name: string
    role: string
    community: string | null
    password_hash: string
    active: Flag
    created_at: number
    sessions_from: number
  }
  invite: { token_hash: string; role: string; expires_at: number; used_at: number | null }
  signing_key: {
    key_id: string
    purpose: string
    public_key: Json
    created_at: number
    not_before: number
    not_after: number
    signed_count: number
    revoked_at: number | null
  }
  pass: {
    serial: number
    kind: string
    label: string
    document_tail: string | null
    site: number
    community: string | null
    start_minute: number
    hours: number
    ends_at: number
    key_id: string
    text: string
    status: string
    status_at: number
    name_sealed: string | null
    document_sealed: string | null
    document_index: string | null
    name_index: string | null
    link_version: number
    replaces: number | null
    replaced_by: number | null
    issued_at: number
    issued_by: string
  }
  pass_event: {
    serial: number
    id: number
    at: number
    action: string
    reason: string | null
    note: string | null
    actor: string
    actor_name: string
  }
  enrolment: { code_hash: string; site: number; created_by: string; expires_at: number; used_at: number | null }
  device: {
    id: string
    name: string
    site: number
    public_key: Json
    enrolled_at: number
    enrolled_by: string
    last_seen_at: number | null
    revoked_at: number | null
    unsent: number | null
    offset_ms: number | null
  }
  /** Highest number that a device delivered, to the log or to quarantine; what is missing below it is in `entry_gap`. */
  device_log: { device: string; last: number }
  /** Inclusive ranges, apart from each other. */
  entry_gap: { device: string; first: number; last: number }
  entry: {
    device: string
    number: number
    sequence: number
    site: number
    serial: number | null
    direction: string
    admitted: Flag
    at: number
    received_at: number
    hash: string
    previous_hash: string
    chain_broken: Flag
    /** The other fields of the wire entry. */
    body: Json
  }
  /** Entries that their gate let through because it could not know of another gate's. */
  entry_flag: {
    device: string
    number: number
    reason: string
    site: number
    sequence: number
    other_device: string
    other_number: number
    other_gate: string
    other_at: number
    flagged_at: number
  }
  /** Slow keys of the roster, sealed. */
  roster_key: { site: number; document_index: string; key_sealed: string }
  quarantine: { device: string; id: number; number: number | null; reason: string; body: string; received_at: number }
  audit: { id: number; at: number; actor: string; action: string; object: string; detail: string }
  idempotency: { actor: string; key: string; request_hash: string; status: number; body: string; created_at: number }
  fever_reading: { device: string; number: number; follows: number | null; serial: number | null; at: number }
  alert: {
    id: number
    kind: string
    device: string
    number: number
    site: number
    gate: string
    community: string | null
    at: number
    received_at: number
    serial: number | null
    label: string | null
    held: Flag
    note: string | null
    acknowledged_at: number | null
    acknowledged_by: string | null
  }
  /** People without a pass; `record` is sealed, `failure` says why there is none. Keyed by what arrived. */
  visitor_record: {
    digest: string
    device: string
    number: number
    site: number
    at: number
    record: string | null
    failure: string | null
    phone_index: string | null
    document_index: string | null
    name_index: string | null
  }
  gate_record: {
    device: string
    id: string
    kind: string
    site: number
    at: number
    received_at: number
    sequence: number
    body: Json
  }
  slot: { id: string; site: number; gate: string; starts_at: number; ends_at: number; places: number }
  slot_place: {
    id: string
    slot: string
    volunteer: string
    taken_at: number
    taken_by: string
    salt: string
    hash: string
  }
  volunteer: {
    id: string
    site: number
    name_sealed: string
    phone_sealed: string
    phone_index: string
    link_version: number
    created_at: number
  }
  /** Duty passes that may override verdicts. */
  supervisor: { serial: number; ends_at: number }
  /** Passages by local day; entries that lost their names are in it, younger ones are not. */
  passage_count: {
    day: string
    site: number
    gate: string
    direction: string
    verdict: string
    admitted: Flag
    count: number
  }
  deletion_certificate: { number: number; at: number; body: Json; previous_hash: string; hash: string }
  /** Private keys of several servers, encrypted. */
  sealed_key: { key_id: string; sealed: string }
  /** Who may do the job of a name until when; the token grows with every new holder. */
  lease: { name: string; holder: string; token: number; expires_at: number; done_at: number | null }
  /** Last number given out, by name. */
  counter: { name: string; value: number }
} & RegisterTables &
  SurveyTables &
  WorkTables

/** Tables that grow with people and passages: their keys begin with the realm. */
type Hot =
  | RegisterHot
  | keyof SurveyTables
  | WorkHot
  | 'signing_key'
  | 'pass'
  | 'pass_event'
  | 'device'
  | 'device_log'
  | 'entry_gap'
  | 'entry'
  | 'entry_flag'
  | 'roster_key'
  | 'quarantine'
  | 'audit'
  | 'idempotency'
  | 'counter'
  | 'fever_reading'
  | 'alert'
  | 'visitor_record'
  | 'gate_record'
  | 'slot'
  | 'slot_place'
  | 'volunteer'
  | 'supervisor'
  | 'passage_count'
  | 'deletion_certificate'

export type Database = { [Table in keyof Row]: Table extends Hot ? InRealm & Row[Table] : Row[Table] }
