/** Tables of the work cards. Flags are 0 and 1, lists are JSON text. */
export type WorkTables = {
  work_policy: { id: number; effective_from: number; body: string; note: string; created_at: number; created_by: string }
  work_employer: {
    id: string
    name: string
    credit_code: string
    community: string
    state: string
    secret_hash: string
    request_mac: string
    body: string
    filing: string | null
    filed_at: number | null
    reason: string | null
    note: string | null
    may_sign: 0 | 1
    approved_at: number | null
    created_at: number
  }
  work_application: {
    number: string
    id: number
    state: string
    purpose: string
    community: string
    site: number | null
    employer: string | null
    is_current: 0 | 1
    language: string
    declared_by: string | null
    secret_hash: string
    request_mac: string | null
    person: string
    declaration: string | null
    document_index: string
    phone_index: string | null
    flags: string
    created_at: number
    submitted_at: number | null
    committed_at: number | null
    due_at: number | null
    minutes_left: number | null
    late_at: number | null
    lapse_at: number | null
    claim_by: string | null
    claim_name: string | null
    claim_until: number | null
    decided_at: number | null
    decided_by: string | null
    decided_name: string | null
    reason: string | null
    note: string | null
    photos_asked: string
    policy: number | null
    serial: number | null
    renews: string | null
    refused_at: number | null
    over_at: number | null
    left_at: number | null
  }
  work_event: {
    number: string
    id: number
    at: number
    event: string
    state: string
    actor: string
    actor_name: string
    reason: string | null
    note: string | null
  }
  work_card: {
    serial: number
    number: string
    community: string
    site: number
    employer: string | null
    policy: number
    daily: 0 | 1
    last_report_day: number
    reminded_day: number
    hold: string | null
    held_at: number | null
    ends_at: number
    warned_at: number | null
  }
  work_report: { serial: number; day: number; at: number; body: string; actor: string }
  work_photo: { number: string; kind: string; at: number; body: string }
  work_notice: {
    number: string
    id: number
    at: number
    kind: string
    read_at: number | null
    taken_at: number | null
    tries: number
  }
  work_push: { number: string; body: string }
  work_look: { number: string; account: string; at: number }
  work_bulk: { id: string; account: string; body: string; created_at: number }
}
export type WorkHot = Exclude<keyof WorkTables, 'work_policy'>
