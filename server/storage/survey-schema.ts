/** Tables of survey rounds. */
export type SurveyTables = {
  survey_round: {
    id: string
    community: string
    name: string
    from_day: string
    to_day: string
    scope: string
    state: string
    created_at: number
    created_by: string
    created_by_name: string
    closed_at: number | null
    closed_by_name: string | null
    figures: string | null
  }
  survey_item: {
    round: string
    household: number
    worker: string | null
    standing: string
    attempts: number
    last_at: number | null
    last_way: string | null
    last_outcome: string | null
    next_at: number | null
    report: string | null
    link_version: number
    proof_failures: number
  }
  survey_attempt: {
    id: string
    round: string
    household: number
    actor: string
    actor_name: string
    at: number
    received_at: number
    way: string
    outcome: string
    next_at: number | null
    note: string | null
  }
  survey_delivery: { id: string; household: number; version: number }
  survey_report: {
    round: string
    household: number
    version: number
    state: string
    body: string
    question: string | null
    submitted_at: number
    settled_at: number | null
    settled_by_name: string | null
  }
}
