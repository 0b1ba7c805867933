import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { StorageFailure } from '../../ports/storage.ts'
import { SCHEMA_VERSION } from '../migrate.ts'

/** "CkPt": a database with another mark is somebody else's. */
export const APPLICATION_ID = 0x436b5074

/**
 * Throws `storage-foreign` for a file that is not ours, or was written by a newer program. Opened for reading only, by
 * SQLite itself: a plain file handle would take this process's locks away when it is closed (POSIX advisory locks).
 */
export function refuseForeign(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const mark = numberOf(db, 'pragma application_id')
    if (mark !== APPLICATION_ID && !(mark === 0 && numberOf(db, 'select count(*) from sqlite_master') === 0))
      throw new StorageFailure('storage-foreign', 'The file is a database of another program. It was not changed.')
    if (mark === APPLICATION_ID && numberOf(db, 'pragma user_version') > SCHEMA_VERSION)
      throw new StorageFailure('storage-foreign', 'The database was written by a newer program. It was not changed.')
  } finally {
    db.close()
  }
}

const numberOf = (db: DatabaseSync, sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0])
