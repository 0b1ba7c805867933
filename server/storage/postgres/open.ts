import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Storage, StorageFailure } from '../../ports/storage.ts'
import { createStorage } from '../create-storage.ts'
import type { Engine } from '../engine.ts'
import { createGroupCommit } from '../group-commit.ts'
import { migrate } from '../migrate.ts'
import type { Database } from '../schema.ts'
import { createDays, dropDays } from './days.ts'
import { asStorageFailure, isCollision, isDuplicate } from './failures.ts'
import { currentSchema, refuseForeign, refuseUnfinished } from './identity.ts'
import { insertManyAsJson } from './insert-many.ts'
import { underLock } from './lock.ts'
import { createPool, kyselyPool } from './pool.ts'
import { serializableTransact } from './transact.ts'

export type PostgresOptions = {
  /** postgres://user:password@host:port/database, as `pg` reads it. */
  readonly url: string
  readonly now: () => number
  /** Whether it may be one that `migrate-to` has not filled yet. */
  readonly mayBeUnfinished?: boolean
  /** Further days (since 1970, UTC) that need a partition. */
  readonly days?: readonly number[]
}

/**
 * For several servers that share one database. Any number may start at once: one makes or moves the layout, the others
 * wait. Throws `StorageFailure`; a database of another or a newer program (`storage-foreign`) is not changed.
 */
export async function openPostgresStorage(options: PostgresOptions): Promise<Storage> {
  const { url, now, mayBeUnfinished = false, days = [] } = options
  const pool = createPool(url)
  // A connection that ends while nobody uses it is replaced by the next one that is needed.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: kyselyPool(pool) }) })
  try {
    const schema = await currentSchema(db)
    await refuseForeign(db, schema)
    await migrate(db, schema)
    const engine = engineOf(db, now)
    if (!mayBeUnfinished) await refuseUnfinished(db)
    await engine.write(trx => createDays(trx, now(), days))
    return createStorage(engine)
  } catch (error) {
    await db.destroy()
    throw named(url, asStorageFailure(error))
  }
}

function engineOf(db: Kysely<Database>, now: () => number): Engine {
  const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
  const { write, drained } = createGroupCommit(
    serializableTransact(db, { now: () => performance.now(), sleep, random: Math.random }),
    error => error instanceof StorageFailure || isCollision(error)
  )
  return {
    db,
    write,
    insertMany: insertManyAsJson,
    isDuplicate,
    check: () => requireWritable(db),
    copyTo: () => Promise.reject(new Error('PostgreSQL makes its own backups')),
    exclusively: (name, work) => underLock(db, name, work),
    prepareDays: () => write(trx => createDays(trx, now())),
    dropDays: before => write(trx => dropDays(trx, before)),
    async close() {
      await drained()
      await db.destroy()
    }
  }
}

/** A standby after a failover answers, too, and takes no writes. */
async function requireWritable(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ mode: string }>`select current_setting('transaction_read_only') as mode`.execute(db)
  if (rows[0]?.mode !== 'off') throw new StorageFailure('storage-broken', 'The database is read-only.')
}

/** The message says which database, without its password. */
function named(url: string, error: unknown): unknown {
  if (!(error instanceof StorageFailure)) return error
  const { host, pathname } = URL.parse(url) ?? { host: 'the database', pathname: '' }
  return new StorageFailure(error.code, `${host}${pathname}: ${error.message}`, { cause: error.cause ?? error })
}
