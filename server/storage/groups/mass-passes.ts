import type { MassIssueStorage } from '../../ports/mass-issue-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'
import { standingPasses } from '../standing-passes.ts'

export const massPassReads = ({ db }: Engine): Pick<MassIssueStorage, 'standingPasses' | 'vehiclesOf'> => ({
  standingPasses: (kind, holders, endsAfter) => standingPasses(db, kind, holders, endsAfter),
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
