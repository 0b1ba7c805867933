import type { Fault, ImportMapping } from '../../../shared/schema/imports.ts'
import type { FindingKind, FindingRow } from '../../ports/import-storage.ts'
import type { Context } from '../context.ts'
import type { ComparedDoor } from './compare-doors.ts'
import { sealPlain } from './pages.ts'
import type { Blame } from './plan-door.ts'
import { badRow, type FindingBody } from './read-pages.ts'

/** What people have to look at of a household. */
export function findingsOf(ctx: Context, mapping: ImportMapping, door: ComparedDoor): FindingRow[] {
  const { site, addressKey } = door.place
  const bad = [...Map.groupBy(door.plan.blames, ({ line }) => line)].map(([line, blames]) =>
    badRow(
      ctx,
      line,
      blames.map(one => faultOf(mapping, one)),
      site,
      addressKey
    )
  )
  return door.verdict === 'conflict' ? [...bad, conflictFinding(ctx, door)] : bad
}

function conflictFinding(ctx: Context, { place, plan, stored }: ComparedDoor): FindingRow {
  const body: FindingBody = {
    faults: [],
    household: stored?.household.id ?? null,
    version: stored?.household.version ?? null,
    changes: plan.changes
  }
  return { ...place, kind: 'conflict', accepted: null, body: sealPlain(ctx.signer, 'import-finding', body) }
}

/** The conflict that a household was, and is not any more. */
export const conflictOf = ({ place }: ComparedDoor): { line: number; kind: FindingKind } => ({
  line: place.line,
  kind: 'conflict'
})

const faultOf = ({ columns }: ImportMapping, { reason, field, detail }: Blame): Fault => {
  const column = field === null ? -1 : columns.indexOf(field)
  return { reason, field, column: column < 0 ? null : column, value: '', detail }
}
