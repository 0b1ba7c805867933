import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { type Storage, StorageFailure } from '../../ports/storage.ts'
import { createStorage } from '../create-storage.ts'
import type { Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import type { Database } from '../schema.ts'
import { kyselyDatabase } from './adapter.ts'
import { asStorageFailure } from './failures.ts'
import { createGroupCommit } from './group-commit.ts'

/** "CkPt": a database with another mark is somebody else's. */
const APPLICATION_ID = 0x436b5074

export type SqliteOptions = {
  readonly file: string
  /** Most pages that the file may have: makes a full disk, for tests. */
  readonly pageLimit?: number
}

/**
 * The embedded default: one file, write-ahead log, an fsync for every commit. Locked for as long as it is open, so a
 * second process is told at once; the lock goes with the process, also when it is killed.
 */
export async function openSqliteStorage({ file, pageLimit }: SqliteOptions): Promise<Storage> {
  try {
    const raw = openDatabase(file, pageLimit)
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: kyselyDatabase(raw) }) })
    try {
      await migrate(db, false)
    } catch (error) {
      await db.destroy()
      throw error
    }
    return createStorage(engineOf(raw, db))
  } catch (error) {
    const failure = asStorageFailure(error)
    throw failure instanceof StorageFailure
      ? new StorageFailure(failure.code, `${file}: ${failure.message}`, { cause: error })
      : failure
  }
}

function openDatabase(file: string, pageLimit: number | undefined): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    const mark = Number(db.prepare('pragma application_id').get()?.application_id)
    const tables = Number(db.prepare('select count(*) as count from sqlite_master').get()?.count)
    if (mark !== APPLICATION_ID && tables > 0)
      throw new StorageFailure('storage-foreign', 'The file is a database of another program. It was not changed.')
    // Exclusive before the first write: the lock is taken with it and held until the process ends.
    db.exec(
      `pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -32000; pragma wal_autocheckpoint = 8000`
    )
    db.exec(`begin immediate; pragma application_id = ${APPLICATION_ID}; commit`)
    if (pageLimit !== undefined) db.exec(`pragma max_page_count = ${pageLimit}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function engineOf(raw: DatabaseSync, db: Kysely<Database>): Engine {
  const statements = new Map<string, StatementSync>()
  return {
    db,
    write: createGroupCommit(db),
    // The one connection is inside the transaction, so a prepared statement of its own is, too.
    async insertMany(_trx, table, rows) {
      const [first] = rows
      if (first === undefined) return
      const columns = Object.keys(first)
      const sql = `insert into ${table} (${columns.map(name => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`
      const statement = statements.get(sql) ?? raw.prepare(sql)
      statements.set(sql, statement)
      for (const row of rows) statement.run(...columns.map(name => (row as Record<string, string | number | null>)[name] ?? null))
    },
    close: () => db.destroy()
  }
}
