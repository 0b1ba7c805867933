import type pg from 'pg'
import type { SourceRow, SourceTable } from './source.ts'
import { createTableSum, type TableSum } from './row-hash.ts'

const MARK = 'migrate-to'
/** What the target writes for itself while it is filled. */
const OWN_SETTINGS = `name not like '${MARK}%' and name <> 'storage-check'`
const AT_ONCE = 2_000

const quoted = (name: string): string => `"${name}"`

/** `empty`: nothing was moved there. `begun`: go on. `done`, or `foreign`: an installation of its own. */
export async function targetState(client: pg.Client): Promise<'empty' | 'begun' | 'done' | 'foreign'> {
  const { rows } = await client.query('select value from setting where name = $1', [MARK])
  if (rows[0] !== undefined) return rows[0].value
  const realm = await client.query('select 1 from realm')
  return realm.rows.length === 0 ? 'empty' : 'foreign'
}

export const setMark = (client: pg.Client, value: 'begun' | 'done'): Promise<unknown> =>
  client.query('insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value', [
    MARK,
    value
  ])

export async function progressOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query('select value from setting where name = $1', [`${MARK}/${table}`])
  return Number(rows[0]?.value ?? 0)
}

/** Rows and how far they go, in one transaction: whoever goes on begins exactly behind them. */
export async function putRows(client: pg.Client, { name, columns }: SourceTable, rows: readonly SourceRow[]): Promise<void> {
  const list = columns.map(quoted).join(', ')
  await client.query('begin')
  try {
    await client.query(
      `insert into ${quoted(name)} (${list}) select ${list} from json_populate_recordset(null::${quoted(name)}, $1::json)
       on conflict do nothing`,
      [JSON.stringify(rows)]
    )
    await client.query(
      'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
      [`${MARK}/${name}`, String(rows.at(-1)?.rowid_ ?? 0)]
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

export async function sumOfTarget(client: pg.Client, { name, columns }: SourceTable): Promise<TableSum> {
  const sum = createTableSum(columns)
  const where = name === 'setting' ? `where ${OWN_SETTINGS}` : ''
  await client.query('begin')
  await client.query(`declare moved no scroll cursor for select * from ${quoted(name)} ${where}`)
  for (;;) {
    const { rows } = await client.query(`fetch ${AT_ONCE} from moved`)
    for (const row of rows) sum.add(row)
    if (rows.length < AT_ONCE) break
  }
  await client.query('commit')
  return sum.result()
}

/** Rows of the source that the target must have, too. */
export const isMoved = ({ name }: SourceTable, row: SourceRow): boolean =>
  name !== 'setting' || !(String(row.name).startsWith(MARK) || row.name === 'storage-check')
