import { backup, DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { type Storage, StorageFailure } from '../../ports/storage.ts'
import { createStorage } from '../create-storage.ts'
import type { Engine } from '../engine.ts'
import { createGroupCommit } from '../group-commit.ts'
import { migrate, SCHEMA_VERSION } from '../migrate.ts'
import type { Database } from '../schema.ts'
import { kyselyDatabase } from './adapter.ts'
import { asStorageFailure, isDuplicate } from './failures.ts'
import { APPLICATION_ID, refuseForeign } from './identity.ts'
import { rowInserter } from './insert-many.ts'
import { takingTurns } from './taking-turns.ts'

export type SqliteOptions = {
  readonly file: string
  /** Most pages (4 KiB) that the file may have: makes a full disk, for tests. */
  readonly pageLimit?: number
}

/**
 * The embedded default: one file, write-ahead log, an fsync for every commit. Locked for as long as it is open, so a
 * second process is told at once (`storage-busy`); the lock goes with the process, also when it is killed.
 * Throws `StorageFailure`; a file of another or a newer program (`storage-foreign`) is not changed.
 */
export async function openSqliteStorage({ file, pageLimit }: SqliteOptions): Promise<Storage> {
  try {
    refuseForeign(file)
    const raw = openDatabase(file, pageLimit)
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: kyselyDatabase(raw) }) })
    try {
      await migrate(db)
      raw.exec(`pragma user_version = ${SCHEMA_VERSION}`)
    } catch (error) {
      raw.close()
      throw error
    }
    return createStorage(engineOf(raw, db))
  } catch (error) {
    const failure = asStorageFailure(error)
    throw failure instanceof StorageFailure
      ? new StorageFailure(failure.code, `${file}: ${failure.message}`, { cause: error })
      : error
  }
}

/** 40 MB between two looks at what else waits. */
const COPY_PAGES = 10_000

const SETTINGS = [
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  // 32 MB
  'cache_size = -32000',
  // Pages: fewer, larger checkpoints while much is written.
  'wal_autocheckpoint = 16000'
]

/** Locked until it is closed; throws SQLite's own errors. */
export function openDatabase(file: string, pageLimit: number | undefined): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    // Exclusive before the first access: the lock is taken with it and held until the process ends.
    db.exec('pragma locking_mode = exclusive')
    // The mark comes before the write-ahead log, so that it is in the file itself from the first byte on.
    db.exec(`begin exclusive; pragma application_id = ${APPLICATION_ID}; commit`)
    for (const setting of SETTINGS) db.exec(`pragma ${setting}`)
    if (pageLimit !== undefined) db.exec(`pragma max_page_count = ${pageLimit}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function engineOf(raw: DatabaseSync, db: Kysely<Database>): Engine {
  const { write, between, drained } = createGroupCommit(work => db.transaction().execute(work))
  return {
    db,
    write,
    insertMany: rowInserter(raw),
    isDuplicate,
    // A write that changes nothing still goes to the disk.
    check: () =>
      write(async trx => {
        await sql`insert into setting (name, value) values ('storage-check', '')
          on conflict (name) do update set value = ''`.execute(trx)
      }),
    copyTo: file => between(async () => void (await backup(raw, file, { rate: COPY_PAGES }))),
    exclusively: takingTurns(),
    prepareDays: async () => {},
    dropDays: async () => {},
    async close() {
      await drained()
      await db.destroy()
    }
  }
}
