import type { EntryView } from '../../shared/schema/gate.ts'

/** A day's busiest gate in sight; older ones come back with "load more" after a reload. */
const MAX_SHOWN = 1000

/** The list with a new entry on top; one that is there already is not shown twice. */
export const mergeEntry = (entries: readonly EntryView[], entry: EntryView): readonly EntryView[] =>
  entries.some(one => one.number === entry.number && one.device === entry.device)
    ? entries
    : [entry, ...entries].slice(0, MAX_SHOWN)
