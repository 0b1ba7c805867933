import type { PassContent } from '../pass/payload.ts'

/** What a volunteer meets in the exercise, on the phone alone or with a printed sheet. The order is part of the sheets that were printed. */
export const DRILL_CASE_IDS = ['valid', 'expired', 'forged', 'held', 'screenshot', 'wrong-site', 'vehicle'] as const
export type DrillCaseId = (typeof DRILL_CASE_IDS)[number]

const PREFIX = '演练'
const LOWEST = 10
const HIGHEST = 99

/** The label of a code of a sheet: its number, as printed beside it. */
export const sheetLabel = (number: number): string => `${PREFIX}${number}`

/** Which situation a code stands for: its number modulo seven. Needs no network, and tells nobody who only looks at it. */
export function sheetCaseOf({ kind, label }: Pick<PassContent, 'kind' | 'label'>): DrillCaseId | null {
  const digits = label.startsWith(PREFIX) ? label.slice(PREFIX.length) : ''
  if (kind !== 'drill' || !/^[1-9][0-9]$/.test(digits)) return null
  return DRILL_CASE_IDS[Number(digits) % DRILL_CASE_IDS.length] ?? null
}

/** A number from 10 to 99 for each situation, in rising order, so that the places on the sheet tell nothing. `chance`: 0 to 1. */
export function sheetNumbers(chance: () => number): readonly { readonly number: number; readonly case: DrillCaseId }[] {
  const step = DRILL_CASE_IDS.length
  return DRILL_CASE_IDS.map((id, at) => {
    const lowest = LOWEST + ((((at - LOWEST) % step) + step) % step)
    const many = Math.floor((HIGHEST - lowest) / step) + 1
    return { number: lowest + step * Math.min(many - 1, Math.floor(chance() * many)), case: id }
  }).sort((a, b) => a.number - b.number)
}
