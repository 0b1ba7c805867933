import type { MassIssueStorage } from '../../ports/mass-issue-storage.ts'
import type { MemberOf } from '../../ports/register-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

/** By id, which never changes: whoever reads page by page meets a person once, though addresses are changed meanwhile. */
export const massMembers = ({ db }: Engine): Pick<MassIssueStorage, 'membersOnce'> => ({
  async membersOnce(households, { community, site, building }) {
    if (households.length === 0) return []
    const rows = await db
      .selectFrom('membership')
      .innerJoin('person', join =>
        join.onRef('person.realm', '=', 'membership.realm').onRef('person.id', '=', 'membership.person')
      )
      .select(['membership.household', 'membership.person', 'membership.relation', 'person.body'])
      .select('person.document_index as documentIndex')
      .where('membership.realm', '=', REALM)
      .where('membership.household', 'in', [...households])
      .where(({ not, exists, selectFrom }) => {
        let earlier = selectFrom('membership as other')
          .innerJoin('household as home', join =>
            join.onRef('home.realm', '=', 'other.realm').onRef('home.id', '=', 'other.household')
          )
          .select('other.household')
          .whereRef('other.realm', '=', 'membership.realm')
          .whereRef('other.person', '=', 'membership.person')
          .whereRef('other.household', '<', 'membership.household')
          .where('home.community', '=', community)
        if (site !== undefined) earlier = earlier.where('home.site', '=', site)
        if (building !== undefined) earlier = earlier.where('home.building', '=', building)
        return not(exists(earlier))
      })
      .orderBy('membership.household')
      .orderBy('membership.position')
      .execute()
    return rows.map(row => ({ ...row, relation: row.relation as MemberOf['relation'] }))
  }
})
