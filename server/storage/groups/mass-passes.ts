import { sql } from 'kysely'
import type { MassIssueStorage, PassOf } from '../../ports/mass-issue-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<MassIssueStorage, 'passesOfDocuments' | 'passesOfPlates' | 'passesOfPeople' | 'vehiclesOf'>

/** SQLite takes 32,766 parameters in a statement; a step asks for far fewer. */
const STANDING = ['valid', 'held']

/** Which passes stand for people and cars already. */
export const massPassReads = ({ db }: Engine): Methods => ({
  async passesOfDocuments(kind, documentIndexes, endsAfter) {
    if (documentIndexes.length === 0) return []
    const rows = await db
      .selectFrom('pass')
      .select(['document_index as key', 'serial', 'status', 'ends_at as endsAt'])
      .where('realm', '=', REALM)
      .where('document_index', 'in', [...documentIndexes])
      .where('kind', '=', kind)
      .where('status', 'in', STANDING)
      .where('ends_at', '>', endsAfter)
      .execute()
    return rows.map(row => ({ ...row, key: row.key ?? '', status: row.status as PassOf['status'] }))
  },
  async passesOfPlates(plates, endsAfter) {
    if (plates.length === 0) return []
    const rows = await db
      .selectFrom('pass')
      .select(['label as key', 'serial', 'status', 'ends_at as endsAt'])
      .where('realm', '=', REALM)
      .where('label', 'in', [...plates])
      .where('kind', '=', 'vehicle')
      .where('status', 'in', STANDING)
      .where('ends_at', '>', endsAfter)
      .execute()
    return rows.map(row => ({ ...row, status: row.status as PassOf['status'] }))
  },
  async passesOfPeople(kind, people, endsAfter) {
    if (people.length === 0) return []
    const rows = await db
      .selectFrom('pass_holder')
      .innerJoin('pass', join =>
        join.onRef('pass.realm', '=', 'pass_holder.realm').onRef('pass.serial', '=', 'pass_holder.serial')
      )
      .select(['pass_holder.person as key', 'pass.serial', 'pass.status', 'pass.ends_at as endsAt'])
      // An expression, for the index that begins with the people: else SQLite reads every pass.
      .where(sql<boolean>`pass_holder.realm + 0 = ${REALM}`)
      .where('pass_holder.person', 'in', [...people])
      .where('pass.kind', '=', kind)
      .where('pass.status', 'in', STANDING)
      .where('pass.ends_at', '>', endsAfter)
      .execute()
    return rows.map(row => ({ ...row, key: String(row.key), status: row.status as PassOf['status'] }))
  },
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
