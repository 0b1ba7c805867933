/** Second number of a passage on the wire: its direction, and for a way out whether a household's quota counts it. */
export const PASSAGE_CODES = { in: 0, out: 1, outExempt: 2 } as const
export type PassageCode = (typeof PASSAGE_CODES)[keyof typeof PASSAGE_CODES]
