import type { MassIssueStorage } from '../../ports/mass-issue-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { standingPasses } from '../standing-passes.ts'

export const massPassReads = ({ db }: Engine): Pick<MassIssueStorage, 'standingPasses' | 'vehiclesOf' | 'passesOfIssue'> => ({
  standingPasses: (kind, holders, endsAfter) => standingPasses(db, kind, holders, endsAfter),
  passesOfIssue: (id, endsAfter, limit) =>
    db
      .selectFrom('pass_holder')
      .innerJoin('pass', join =>
        join.onRef('pass.realm', '=', 'pass_holder.realm').onRef('pass.serial', '=', 'pass_holder.serial')
      )
      .innerJoin('household', join =>
        join.onRef('household.realm', '=', 'pass_holder.realm').onRef('household.id', '=', 'pass_holder.household')
      )
      .select(['pass.serial', 'household.site', 'household.building', 'household.unit', 'household.room'])
      .where('pass_holder.realm', '=', REALM)
      .where('pass_holder.mass_issue', '=', id)
      .where('pass.status', '=', 'valid')
      .where('pass.ends_at', '>', endsAfter)
      .orderBy('household.site')
      .orderBy('household.address_key')
      .orderBy('pass.serial')
      .limit(limit)
      .execute(),
  vehiclesOf: async households =>
    households.length === 0
      ? []
      : db
          .selectFrom('vehicle')
          .select(['id', 'household', 'plate'])
          .where('realm', '=', REALM)
          .where('household', 'in', [...households])
          .orderBy('household')
          .orderBy('id')
          .execute()
})
