import { StorageFailure } from '../../ports/storage.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const CODES: Readonly<Record<number, readonly [StorageFailure['code'], string]>> = {
  5: ['storage-busy', 'Another process uses this database.'],
  6: ['storage-busy', 'Another process uses this database.'],
  10: ['storage-broken', 'The disk does not read or write.'],
  11: ['storage-broken', 'The database is damaged: restore the last backup.'],
  13: ['storage-full', 'The disk is full. What was acknowledged is kept; free some space.'],
  14: ['storage-broken', 'The database cannot be opened.'],
  26: ['storage-foreign', 'The file is no database of this program. It was not changed.']
}

/** SQLite's error as the port's; anything else, which is a fault of ours, as it is. */
export function asStorageFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error
  const known = CODES[error.errcode & 0xff]
  return known === undefined ? error : new StorageFailure(known[0], known[1], { cause: error })
}
