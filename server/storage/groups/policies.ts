import type { Selectable } from 'kysely'
import { completePolicy, type GatePolicy } from '../../../shared/gate/policy.ts'
import { epochSeconds } from '../../../shared/time.ts'
import type { PolicyRow, PolicyStorage } from '../../ports/policy-storage.ts'
import { takeNumbers } from '../counters.ts'
import type { Engine } from '../engine.ts'
import type { Database } from '../schema.ts'

export const policyMethods = ({ db, write }: Engine): PolicyStorage => ({
  async policies() {
    return (await db.selectFrom('policy').selectAll().orderBy('id').execute()).map(policyRow)
  },
  addPolicy: ({ policy, note, createdAt, createdBy }) =>
    write(async trx => {
      const id = await takeNumbers(trx, 'policy', 1)
      const { effectiveUntil, ...rules } = policy
      await trx
        .insertInto('policy')
        .values({
          id,
          effective_from: policy.effectiveFrom,
          effective_until: effectiveUntil,
          body: JSON.stringify(rules),
          note,
          created_at: createdAt,
          created_by: createdBy,
          ended_at: null,
          ended_by: null
        })
        .execute()
      return id
    }),
  endPolicy: (id, untilSeconds, endedAt, endedBy) =>
    write(async trx => {
      const row = await trx.selectFrom('policy').select('effective_until').where('id', '=', id).executeTakeFirst()
      if (row === undefined) return 'missing'
      if (row.effective_until !== null && row.effective_until <= untilSeconds) return 'conflict'
      await trx
        .updateTable('policy')
        .set({ effective_until: untilSeconds, ended_at: endedAt, ended_by: endedBy })
        .where('id', '=', id)
        .execute()
      return 'ended'
    })
})

const policyRow = (row: Selectable<Database['policy']>): PolicyRow => ({
  id: row.id,
  policy: {
    ...completePolicy(JSON.parse(row.body) as Partial<GatePolicy>),
    effectiveUntil: row.effective_until === null ? null : epochSeconds(row.effective_until)
  },
  note: row.note,
  createdAt: row.created_at,
  createdBy: row.created_by,
  endedAt: row.ended_at,
  endedBy: row.ended_by
})
