import { StorageFailure } from '../../ports/storage.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const CODES: Readonly<Record<number, readonly [StorageFailure['code'], string]>> = {
  5: ['storage-busy', 'Another process uses this database.'],
  6: ['storage-busy', 'Another process uses this database.'],
  8: ['storage-broken', 'The database cannot be written: look at the rights of the file and its folder.'],
  10: ['storage-broken', 'The disk does not read or write.'],
  11: ['storage-broken', 'The database is damaged: restore the last backup.'],
  13: ['storage-full', 'The disk is full. What was acknowledged is kept; free some space.'],
  14: ['storage-broken', 'The database cannot be opened: look at the folder and its rights.'],
  26: ['storage-foreign', 'The file is no database of this program. It was not changed.']
}
/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
const DUPLICATE = [1555, 2067]

const codeOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null

/** SQLite's error as the port's; anything else, which is a fault of ours, as it is. */
export function asStorageFailure(error: unknown): unknown {
  const known = CODES[(codeOf(error) ?? 0) & 0xff]
  return known === undefined ? error : new StorageFailure(known[0], known[1], { cause: error })
}

export const isDuplicate = (error: unknown): boolean => DUPLICATE.includes(codeOf(error) ?? 0)

/** Runs a call to the database; its failures come out as the port's. */
export function withFailures<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw asStorageFailure(error)
  }
}
