import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'
import { asStorageFailure } from './failures.ts'

type Piece = { run(trx: Transaction<Database>): Promise<void>; settle(): void; reject(error: unknown): void }

/**
 * Writes that come in the same turn of the event loop share one transaction and one fsync: ten times the throughput
 * with the same promise. Each has its own savepoint, so that one that fails takes back only itself.
 */
export function createGroupCommit(db: Kysely<Database>): <T>(work: (trx: Transaction<Database>) => Promise<T>) => Promise<T> {
  let waiting: Piece[] = []
  let isRunning = false

  const commitGroup = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      await db.transaction().execute(async trx => {
        for (const piece of group) await piece.run(trx)
      })
      for (const piece of group) piece.settle()
    } catch (error) {
      for (const piece of group) piece.reject(asStorageFailure(error))
    }
  }
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) await commitGroup()
    isRunning = false
  }
  return work =>
    new Promise((resolve, reject) => {
      waiting.push(pieceOf(work, resolve, reject))
      if (isRunning) return
      isRunning = true
      setImmediate(() => void drain())
    })
}

function pieceOf<T>(
  work: (trx: Transaction<Database>) => Promise<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void
): Piece {
  let settle = (): void => {}
  return {
    async run(trx) {
      await sql`savepoint piece`.execute(trx)
      try {
        const value = await work(trx)
        await sql`release piece`.execute(trx)
        settle = () => resolve(value)
      } catch (error) {
        const failure = asStorageFailure(error)
        settle = () => reject(failure)
        if (failure !== error) throw error // the disk fails: nothing of this group can be promised
        await sql`rollback to piece`.execute(trx)
        await sql`release piece`.execute(trx)
      }
    },
    settle: () => settle(),
    reject
  }
}
