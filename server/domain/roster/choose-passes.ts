import type { RosterPass } from '../../ports/roster-storage.ts'

/** A hold must show, whatever else the person has; a revoked pass shows only when there is no other. */
const RANK: Readonly<Record<RosterPass['status'], number>> = { held: 2, valid: 1, revoked: 0, superseded: -1 }

/** One pass a document: a held one, else a valid one, of those the site's own, of those the one that ends last. */
export function choosePasses(passes: readonly RosterPass[]): RosterPass[] {
  const best = new Map<string, RosterPass>()
  for (const pass of passes) {
    const other = best.get(pass.documentIndex)
    if (other === undefined || compare(pass, other) > 0) best.set(pass.documentIndex, pass)
  }
  return [...best.values()]
}

const compare = (a: RosterPass, b: RosterPass): number =>
  RANK[a.status] - RANK[b.status] || Math.sign(a.site) - Math.sign(b.site) || a.endsAt - b.endsAt || a.serial - b.serial
