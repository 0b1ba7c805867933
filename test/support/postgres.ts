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

/** Schemas of its own in that database, each with the address that leads to it; all gone after `end`. */
export async function postgresSchemas(url: string): Promise<{ fresh(): Promise<string>; end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const made: string[] = []
  return {
    async fresh() {
      const name = `t_${randomBytes(8).toString('hex')}`
      await client.query(`create schema ${name}`)
      made.push(name)
      const address = new URL(url)
      address.searchParams.set('options', `-c search_path=${name}`)
      return address.href.replaceAll('+', '%20')
    },
    async end() {
      // One at a time: dropping many tables at once needs more locks than a server has.
      for (const name of made) await client.query(`drop schema ${name} cascade`)
      await client.end()
    }
  }
}
