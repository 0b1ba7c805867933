import { type Kysely, sql } from 'kysely'
import type { Transact } from '../group-commit.ts'
import type { Database } from '../schema.ts'
import { isCollision, isUnreachable } from './failures.ts'

/** A database that starts again is back within seconds; who waits longer is told. */
const PATIENCE_MS = 8_000
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

export type Waiting = {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** From 0 to 1: spreads those who collided. */
  readonly random: () => number
}

/**
 * Serialisable transactions, one writer at a time over all servers. The isolation level alone would do: the turn keeps
 * writers, who all count the same counters, from colliding and doing their work again. It is taken by LOCK TABLE,
 * because that comes before the snapshot. A collision or a lost connection is tried again; when the connection is lost
 * under the commit itself, the database is asked whether it was done.
 */
export function serializableTransact(db: Kysely<Database>, { now, sleep, random }: Waiting): Transact {
  return async work => {
    const until = now() + PATIENCE_MS
    for (let attempt = 0; ; attempt++) {
      let transactionId: string | null = null
      try {
        await db
          .transaction()
          .setIsolationLevel('serializable')
          .execute(async trx => {
            await sql`lock table turn in exclusive mode`.execute(trx)
            await work(trx)
            transactionId = await assignedId(trx)
          })
        return
      } catch (error) {
        if (transactionId !== null && isUnreachable(error) && (await wasCommitted(db, transactionId, sleep))) return
        if (!(isCollision(error) || isUnreachable(error)) || now() >= until) throw error
        await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (0.5 + random() / 2))
      }
    }
  }
}

/** null when nothing was written: then it does not matter whether it was committed. */
async function assignedId(trx: Kysely<Database>): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select pg_current_xact_id_if_assigned()::text as id`.execute(trx)
  return rows[0]?.id ?? null
}

/** Throws when the database cannot be asked: then nobody knows, and the caller is not told that it was done. */
async function wasCommitted(db: Kysely<Database>, id: string, sleep: Waiting['sleep']): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    try {
      const { rows } = await sql<{ status: string | null }>`select pg_xact_status(${id}::xid8) as status`.execute(db)
      const status = rows[0]?.status
      if (status === 'committed') return true
      if (status === 'aborted') return false
      if (attempt >= 20) throw new Error(`transaction ${id} is ${status ?? 'forgotten'}`)
    } catch (error) {
      if (!isUnreachable(error) || attempt >= 20) throw error
    }
    await sleep(500)
  }
}
