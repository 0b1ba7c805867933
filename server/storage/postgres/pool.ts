import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { asStorageFailure } from './failures.ts'

/** Reads run beside each other, writes one after the other: more connections would not write faster. */
const CONNECTIONS = 10
const CONNECT_MS = 5_000
/** A server that fell silent in the middle of a transaction holds the turn of all others for at most this long. */
const SILENT_MS = 15_000
const STATEMENT_MS = 120_000

/** int8 and numeric: everything that is counted here stays below 2^53. */
const NUMBERS = [20, 1700]
const types = {
  getTypeParser: ((oid: number, format: 'text') =>
    NUMBERS.includes(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
}

export const createPool = (url: string): pg.Pool =>
  new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: SILENT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'checkpoint',
    types
  })

/** One connection that reads numbers as the pool does. */
export const createClient = (url: string): pg.Client => new pg.Client({ connectionString: url, types })

/** The pool as Kysely wants it; every failure of the machine comes out as the port's. */
export function kyselyPool(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const clientOf = (client: pg.PoolClient): PostgresPoolClient => {
    const wrapped = known.get(client) ?? withFailures(client)
    known.set(client, wrapped)
    return wrapped
  }
  return {
    options: {},
    connect: async () => {
      try {
        return clientOf(await pool.connect())
      } catch (error) {
        throw asStorageFailure(error)
      }
    },
    end: () => pool.end()
  }
}

function withFailures(client: pg.PoolClient): PostgresPoolClient {
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(text, [...parameters])
    } catch (error) {
      throw asStorageFailure(error)
    }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: broken => client.release(broken) }
}
