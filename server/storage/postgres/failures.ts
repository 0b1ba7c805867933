import { StorageFailure } from '../../ports/storage.ts'

const TEXTS: Readonly<Record<Exclude<StorageFailure['code'], 'storage-foreign'>, string>> = {
  'storage-full': 'The disk of the database is full. What was acknowledged is kept; free some space.',
  'storage-busy': 'The database has no connection left, or something else holds its tables.',
  'storage-broken': 'The database reports a damage or refuses to be written.',
  'storage-unreachable': 'The database cannot be reached. What was acknowledged is kept; it is tried again.'
}

/** SQLSTATE, its first characters (postgresql.org/docs/current/errcodes-appendix.html), and codes of Node.js's sockets. */
const CODES: readonly (readonly [RegExp, keyof typeof TEXTS])[] = [
  [/^53100$/, 'storage-full'],
  [/^(53300|55P03|57014)$/, 'storage-busy'],
  [/^(53|58|XX)|^(25006|42501)$/, 'storage-broken'],
  [/^(08|57P)|^(25P03|28|3D000)/, 'storage-unreachable'],
  [/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/, 'storage-unreachable']
]
/** What `pg` says without a code when the connection ends under a statement, or none can be made in time. */
const LOST =
  /connection terminated|connection ended|timeout exceeded when trying to connect|timeout expired|client has encountered/i

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The error of `pg` as the port's; anything else, which is a fault of ours or asks to be tried again, as it is. */
export function asStorageFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StorageFailure) return error
  const known =
    CODES.find(([pattern]) => pattern.test(codeOf(error)))?.[1] ?? (LOST.test(error.message) ? 'storage-unreachable' : null)
  return known === null ? error : new StorageFailure(known, TEXTS[known], { cause: error })
}

export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505'

/** Serialisation failure and deadlock: the same work succeeds when it is done again. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

export const isUnreachable = (error: unknown): boolean => error instanceof StorageFailure && error.code === 'storage-unreachable'
