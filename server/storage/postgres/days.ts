import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

const DAY_MS = 24 * 3_600_000
/** A job that fails over a long weekend still finds a partition; after that the default one takes what comes. */
const DAYS_AHEAD = 3
/** A log that is moved here may be a year old; what is older goes to the default partition. */
const MOST_FURTHER = 400

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS)
const nameOf = (day: number): string => `entry_d${new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}`

/** Partitions for the days from now on, by the time of receipt in UTC. What has no partition goes to the default one. */
export async function createDays(trx: Transaction<Database>, now: number, further: readonly number[] = []): Promise<void> {
  const there = new Set(await existingDays(trx))
  const ahead = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => dayOf(now) + index)
  for (const day of new Set([...further.slice(-MOST_FURTHER), ...ahead])) {
    if (!there.has(day) && !(await isInDefault(trx, day))) await createDay(trx, day)
  }
}

/** Drops whole days that ended before the instant: cheap, whatever they hold. */
export async function dropDays(trx: Transaction<Database>, before: number): Promise<void> {
  for (const day of await existingDays(trx)) {
    if ((day + 1) * DAY_MS <= before) await sql`drop table ${sql.table(nameOf(day))}`.execute(trx)
  }
}

async function createDay(trx: Transaction<Database>, day: number): Promise<void> {
  const name = nameOf(day)
  await sql`create table ${sql.table(name)} partition of entry
    for values from (${sql.lit(day * DAY_MS)}) to (${sql.lit((day + 1) * DAY_MS)})`.execute(trx)
  await sql`create unique index ${sql.ref(`${name}_key`)} on ${sql.table(name)} (realm, device, number)`.execute(trx)
}

/** Rows of a day that came while it had no partition keep it in the default one: they would not fit beside a new one. */
async function isInDefault(db: Kysely<Database>, day: number): Promise<boolean> {
  const { rows } = await sql`select 1 from entry_default
    where received_at >= ${day * DAY_MS} and received_at < ${(day + 1) * DAY_MS} limit 1`.execute(db)
  return rows.length > 0
}

async function existingDays(db: Kysely<Database>): Promise<number[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'entry'::regclass`.execute(db)
  return rows.flatMap(({ name }) => {
    const digits = /^entry_d(\d{4})(\d\d)(\d\d)$/.exec(name)
    return digits === null ? [] : [dayOf(Date.UTC(Number(digits[1]), Number(digits[2]) - 1, Number(digits[3])))]
  })
}
