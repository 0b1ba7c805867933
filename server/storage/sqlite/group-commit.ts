import { type Kysely, sql, type Transaction } from 'kysely'
import { StorageFailure } from '../../ports/storage.ts'
import type { Engine } from '../engine.ts'
import type { Database } from '../schema.ts'

type Piece = { run(trx: Transaction<Database>): Promise<void>; settle(): void; reject(error: unknown): void }

export type GroupCommit = {
  readonly write: Engine['write']
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>
}

/**
 * Writes that come in the same turn of the event loop share one transaction and one fsync: ten times the throughput
 * with the same promise. Each has its own savepoint, so that one that throws takes back only itself; when the machine
 * fails, nothing of the group can be promised, and all of it is refused with the same failure.
 */
export function createGroupCommit(db: Kysely<Database>): GroupCommit {
  let waiting: Piece[] = []
  let running: Promise<void> | null = null

  const commitGroup = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      await db.transaction().execute(async trx => {
        for (const piece of group) await piece.run(trx)
      })
    } catch (error) {
      for (const piece of group) piece.reject(error)
      return
    }
    for (const piece of group) piece.settle()
  }
  const drain = async (): Promise<void> => {
    await new Promise(setImmediate)
    while (waiting.length > 0) await commitGroup()
    running = null
  }
  return {
    write: work =>
      new Promise((resolve, reject) => {
        waiting.push(pieceOf(work, resolve, reject))
        running ??= drain()
      }),
    async drained() {
      while (running !== null) await running
    }
  }
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
        settle = () => resolve(value)
      } catch (error) {
        if (error instanceof StorageFailure) throw error
        settle = () => reject(error)
        await sql`rollback to piece`.execute(trx)
      }
      await sql`release piece`.execute(trx)
    },
    settle: () => settle(),
    reject
  }
}
