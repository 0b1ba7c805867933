import { randomBytes } from 'node:crypto'
import pg from 'pg'

const STANDARD = 'postgres://postgres@127.0.0.1:5432/test'

export const postgresUrl = (): string => process.env.TEST_DATABASE_URL ?? STANDARD

/** null when no server answers and none was named: the tests say so and are skipped. */
export async function reachablePostgres(): Promise<string | null> {
  const url = postgresUrl()
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return url
  } catch (error) {
    if (process.env.TEST_DATABASE_URL !== undefined) throw error
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

export type Schemas = {
  /** An empty schema: the layout is made by whoever opens it. */
  fresh(): Promise<string>
  /** One schema whose layout stays, emptied: ten times as fast. For one user at a time. */
  emptied(): Promise<string>
  end(): Promise<void>
}

/** Every table but the list of steps. Deleting a few rows costs less than truncating many tables. */
const EMPTY = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = current_schema()
    and tablename not like 'kysely%' and tablename not like 'entry_d%'
  loop execute format('delete from %I', name); end loop; end $$`

/**
 * A database of its own in that server, and schemas in it, each with the address that leads to it; gone after `end`. A
 * database, because who asks for the layout of one schema meets those that another test is about to drop.
 */
export async function postgresSchemas(url: string): Promise<Schemas> {
  const database = `t_${randomBytes(8).toString('hex')}`
  const inDatabase = new URL(url)
  inDatabase.pathname = `/${database}`
  await ask(url, `create database ${database}`)
  let made = 0
  let kept: string | null = null
  const fresh = async (): Promise<string> => {
    const schema = `s_${++made}`
    await ask(inDatabase.href, `create schema ${schema}`)
    const address = new URL(inDatabase)
    // Tests end processes, never the power: nothing has to reach the disk.
    address.searchParams.set('options', `-c search_path=${schema} -c synchronous_commit=off`)
    return address.href.replaceAll('+', '%20')
  }
  return {
    fresh,
    async emptied() {
      if (kept === null) kept = await fresh()
      else await ask(kept, EMPTY)
      return kept
    },
    end: () => ask(url, `drop database ${database} with (force)`)
  }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
