import type { EntryView } from '../../shared/schema/gate.ts'

/** A busy gate's day in sight; what falls out is found again by loading the pages anew. */
const MAX_FRESH = 1000

const idOf = (entry: EntryView): string => `${entry.device} ${entry.number}`

/** The live list with a new entry on top. An event that comes twice counts once. */
export const withEntry = (fresh: readonly EntryView[], entry: EntryView): readonly EntryView[] =>
  fresh.some(one => idOf(one) === idOf(entry)) ? fresh : [entry, ...fresh].slice(0, MAX_FRESH)

/** Live entries of the site (null: of all), then those of the pages that are not among them. */
export function shownEntries(
  fresh: readonly EntryView[],
  paged: readonly EntryView[],
  site: number | null
): readonly EntryView[] {
  const wanted = fresh.filter(entry => site === null || entry.site === site)
  const there = new Set(wanted.map(idOf))
  return [...wanted, ...paged.filter(entry => !there.has(idOf(entry)))]
}
