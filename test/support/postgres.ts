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

/**
 * A database of its own in that server, and schemas in it, each with the address that leads to it; gone after `end`. A
 * database, because who asks for the layout of one schema meets those that another test is about to drop.
 */
export async function postgresSchemas(url: string): Promise<{ fresh(): Promise<string>; end(): Promise<void> }> {
  const database = `t_${randomBytes(8).toString('hex')}`
  const inDatabase = new URL(url)
  inDatabase.pathname = `/${database}`
  await ask(url, `create database ${database}`)
  let made = 0
  return {
    async fresh() {
      const schema = `s_${++made}`
      await ask(inDatabase.href, `create schema ${schema}`)
      const address = new URL(inDatabase)
      address.searchParams.set('options', `-c search_path=${schema}`)
      return address.href.replaceAll('+', '%20')
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
