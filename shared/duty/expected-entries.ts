const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/** How many passages there were at a gate in an hour. `hour`: begin, ms. */
export type HourCount = { readonly hour: number; readonly count: number }

/**
 * Passages to expect in the hour that begins at `hour`: the mean of the same hour of the same weekday over the weeks that
 * the log reaches back to, an hour without an entry counting as none. null: no such week yet. Hours are whole in China,
 * which is a whole number of hours from UTC and has no summer time.
 */
export function expectedEntries(
  counts: ReadonlyMap<number, number>,
  since: number | null,
  hour: number,
  weeks: number
): number | null {
  if (since === null) return null
  let [sum, seen] = [0, 0]
  for (let week = 1; week <= weeks; week++) {
    const past = hour - week * WEEK_MS
    if (past < since) break
    sum += counts.get(past) ?? 0
    seen++
  }
  return seen === 0 ? null : sum / seen
}

/** The same for a slot: its hours, each as far as it lies within, rounded. */
export function expectedInSlot(
  counts: ReadonlyMap<number, number>,
  since: number | null,
  { start, end }: { readonly start: number; readonly end: number },
  weeks: number
): number | null {
  let sum = 0
  for (let hour = Math.floor(start / HOUR_MS) * HOUR_MS; hour < end; hour += HOUR_MS) {
    const expected = expectedEntries(counts, since, hour, weeks)
    if (expected === null) return null
    sum += (expected * (Math.min(end, hour + HOUR_MS) - Math.max(start, hour))) / HOUR_MS
  }
  return Math.round(sum)
}
