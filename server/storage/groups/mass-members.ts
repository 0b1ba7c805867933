import { sql } from 'kysely'
import type { MassFilter } from '../../../shared/schema/mass-issue.ts'
import type { MassIssueStorage } from '../../ports/mass-issue-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { registerReads } from './register-reads.ts'

/** By id, which never changes: whoever reads page by page meets a person once, though addresses are changed meanwhile. */
export function massMembers(engine: Engine): Pick<MassIssueStorage, 'membersOnce'> {
  const { membersOf } = registerReads(engine)
  return {
    async membersOnce(households, within) {
      const members = await membersOf(households)
      const homes = await firstHomes(engine, [...new Set(members.map(({ person }) => person))], within)
      return members.filter(({ household, person }) => homes.get(person) === household)
    }
  }
}

/**
 * Asked by people alone (the realm as an expression, for the index that begins with them) and filtered here: otherwise
 * SQLite reads all memberships, or the community's households, for each page or even for each person anew.
 */
async function firstHomes({ db }: Engine, people: readonly number[], within: MassFilter): Promise<Map<number, number>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('membership')
    .innerJoin('household', join =>
      join.onRef('household.realm', '=', 'membership.realm').onRef('household.id', '=', 'membership.household')
    )
    .select(['membership.person', 'household.id', 'household.community', 'household.site', 'household.building'])
    .where(sql<boolean>`membership.realm + 0 = ${REALM}`)
    .where('membership.person', 'in', [...people])
    .execute()
  const first = new Map<number, number>()
  for (const { person, id, ...place } of rows)
    if (isWithin(place, within)) first.set(person, Math.min(id, first.get(person) ?? id))
  return first
}

const isWithin = (
  place: { community: string; site: number; building: string },
  { community, site, building }: MassFilter
): boolean =>
  place.community === community &&
  (site === undefined || place.site === site) &&
  (building === undefined || place.building === building)
