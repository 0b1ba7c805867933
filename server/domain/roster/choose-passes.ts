import type { RosterPass } from '../../ports/roster-storage.ts'
import type { ClaimedPass } from './claim-passes.ts'

/** A hold must show, whatever else the person has; a revoked pass shows only when there is no other. */
const RANK: Readonly<Record<RosterPass['status'], number>> = { held: 2, valid: 1, revoked: 0, superseded: -1 }

/** One pass a claim: a held one, else a valid one, of those the site's own, of those the one that ends last. */
export function choosePasses(claimed: readonly ClaimedPass[]): ClaimedPass[] {
  const best = new Map<string, ClaimedPass>()
  for (const each of claimed) {
    const other = best.get(each.index)
    if (other === undefined || compare(each.pass, other.pass) > 0) best.set(each.index, each)
  }
  return [...best.values()]
}

const compare = (a: RosterPass, b: RosterPass): number =>
  RANK[a.status] - RANK[b.status] || Math.sign(a.site) - Math.sign(b.site) || a.endsAt - b.endsAt || a.serial - b.serial
