import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** A session's advisory lock, by schema and name: it ends with the connection, also when the server is killed. */
export const underLock = <T>(db: Kysely<Database>, name: string, work: () => Promise<T>): Promise<T> =>
  db.connection().execute(async connection => {
    const key = sql`hashtext(current_schema()), hashtext(${name})`
    await sql`select pg_advisory_lock(${key})`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
