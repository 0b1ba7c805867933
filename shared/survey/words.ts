/** How far a round has come with a household. */
export const STANDINGS = ['open', 'reached', 'self', 'refused', 'unreachable'] as const
export type Standing = (typeof STANDINGS)[number]

/** What became of a household's own report. `asked`: staff put a question that waits at the household's link. */
export const REPORT_STATES = ['submitted', 'asked', 'settled'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export const ROUND_STATES = ['open', 'closed'] as const
export type RoundState = (typeof ROUND_STATES)[number]
