import { WORK_LIMITS } from '../../shared/work/limits.ts'

/** What people mostly read off: 36.0 to 37.2, below every limit. */
export const QUICK_READINGS: readonly number[] = Array.from({ length: 13 }, (_, index) => 360 + index)

/** Tenths of a degree of a typed reading, `36,5` and `36.5℃` too; null: none that a thermometer for people shows. */
export function tenthsOf(text: string): number | null {
  const typed = text
    .normalize('NFKC')
    .replace(/[°\s]*c?\s*$/i, '')
    .replace(',', '.')
    .trim()
  if (!/^\d{2}(\.\d)?$/.test(typed)) return null
  const tenths = Math.round(Number(typed) * 10)
  return tenths >= WORK_LIMITS.temperatureFrom && tenths <= WORK_LIMITS.temperatureTo ? tenths : null
}

export const readingOf = (tenths: number): string => (tenths / 10).toFixed(1)
