import { type Fields, groupOf, groupsOf, headOf, isHead, isNewGroup } from './sheet-fields.ts'

/** One field as it was read and as it is to be; null: not there. */
export type Edit = { readonly path: string; readonly before: string | null; readonly after: string | null }
/** `theirs`: what stands there now, which is neither what was read nor what is to be. */
export type Conflict = Edit & { readonly theirs: string | null }
export type Merge = { readonly apply: readonly Edit[]; readonly conflicts: readonly Conflict[] }

/** What somebody changed between two states of a sheet. */
export const editsBetween = (before: Fields, after: Fields): Edit[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))

/**
 * Brings edits into a sheet that may have changed since it was read: each field by compare-and-set, so that what is newer is
 * never overwritten. `known`: groups (people, cars) that the editor saw; somebody of the same name who came since then may be
 * the same person entered twice, and is a conflict as well.
 */
export function mergeEdits(current: Fields, edits: readonly Edit[], known: ReadonlySet<string>): Merge {
  const groups = groupsOf(current)
  const there = new Set(groups)
  const removed = new Set(edits.filter(({ path, after }) => isHead(path) && after === null).map(({ path }) => groupOf(path)))
  const arrivals = new Map(groups.filter(group => !known.has(group)).map(group => [current.get(headOf(group)), group]))
  const apply: Edit[] = []
  const conflicts: Conflict[] = []
  for (const edit of edits) {
    const now = current.get(edit.path) ?? null
    const group = groupOf(edit.path)
    if (now === edit.after) continue
    if (group !== null && isNewGroup(group) && isHead(edit.path) && arrivals.has(edit.after ?? ''))
      conflicts.push({ ...edit, theirs: edit.after })
    else if (now !== edit.before || isLost(edit, group, there)) conflicts.push({ ...edit, theirs: now })
    else apply.push(edit)
  }
  // Whoever is to go must be as the editor knew them, to the last field.
  for (const [path, theirs] of current) {
    const group = groupOf(path)
    if (group !== null && removed.has(group) && !edits.some(edit => edit.path === path && edit.after === null))
      conflicts.push({ path, before: null, after: null, theirs })
  }
  return { apply, conflicts }
}

/** A field of somebody who is not on the sheet any more. */
const isLost = ({ after }: Edit, group: string | null, there: ReadonlySet<string>): boolean =>
  group !== null && !isNewGroup(group) && !there.has(group) && after !== null && !isNewVehicle(group)

/** A car is named by its plate, so a new one has no other name. */
const isNewVehicle = (group: string): boolean => group.startsWith('/vehicles/')

export function applyEdits(fields: Fields, edits: readonly Edit[]): Map<string, string> {
  const result = new Map(fields)
  for (const { path, after } of edits) {
    if (after === null) result.delete(path)
    else result.set(path, after)
  }
  return result
}

/** Decisions over conflicts, by path: `mine` overwrites knowingly what the office wrote, `theirs` gives one's own up. */
export type Choice = 'mine' | 'theirs'

/**
 * The edits as they are to be sent again, against what stands there now. Fields without a decision stay what the office made of
 * them: nothing is overwritten by being forgotten.
 */
export function rebase(
  current: Fields,
  edits: readonly Edit[],
  { conflicts }: Pick<Merge, 'conflicts'>,
  choices: ReadonlyMap<string, Choice>
): Edit[] {
  const lost = new Set(conflicts.flatMap(({ path }) => (choices.get(path) === 'mine' ? [] : [path])))
  const givenUp = groupsGivenUp(edits, lost)
  const arriving = new Set(edits.flatMap(arrivalOf))
  const there = new Set(groupsOf(current))
  const extra = conflicts.filter(conflict => !edits.some(({ path }) => path === conflict.path))
  return [...edits, ...extra].flatMap(({ path, after }) => {
    const group = groupOf(path)
    const before = current.get(path) ?? null
    if (lost.has(path) || before === after) return []
    // Of somebody who is gone nothing can be kept.
    if (group !== null && (givenUp.has(group) || !(there.has(group) || arriving.has(group)))) return []
    return [{ path, before, after }]
  })
}

/** A group that the edit brings; whoever the office took off is not brought back by a change of theirs. */
function arrivalOf({ path, after }: Edit): string[] {
  const group = isHead(path) && after !== null ? groupOf(path) : null
  return group !== null && (isNewGroup(group) || isNewVehicle(group)) ? [group] : []
}

/** A person goes whole or not at all, and does not come when the name was given up. */
function groupsGivenUp(edits: readonly Edit[], lost: ReadonlySet<string>): Set<string> {
  const lostGroups = new Set([...lost].map(groupOf))
  return new Set(
    edits.flatMap(({ path, after }) => {
      const group = isHead(path) ? groupOf(path) : null
      if (group === null) return []
      const isGivenUp = after === null ? lostGroups.has(group) : lost.has(path)
      return isGivenUp ? [group] : []
    })
  )
}
