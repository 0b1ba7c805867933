import type { DatabaseSync } from 'node:sqlite'

export type SourceTable = { readonly name: string; readonly columns: readonly string[] }
export type SourceRow = Record<string, string | number | null>

/** Every table of the embedded database but the list of steps. */
export function sourceTables(db: DatabaseSync): SourceTable[] {
  const names = db.prepare("select name from sqlite_master where type = 'table' order by name").all()
  return names
    .map(({ name }) => String(name))
    .filter(name => !name.startsWith('kysely_') && !name.startsWith('sqlite_'))
    .map(name => ({
      name,
      columns: db
        .prepare('select name from pragma_table_info(?)')
        .all(name)
        .map(row => String(row.name))
    }))
}

/** Rows after a row id, in its order, with the id as `rowid_`. */
export function rowsAfter(db: DatabaseSync, { name, columns }: SourceTable, rowId: number, limit: number): SourceRow[] {
  const list = columns.map(column => `"${column}"`).join(', ')
  const query = db.prepare(`select rowid as rowid_, ${list} from "${name}" where rowid > ? order by rowid limit ?`)
  return query.all(rowId, limit) as SourceRow[]
}

/** Days (since 1970, UTC) of which there are entries. */
export const daysOfEntries = (db: DatabaseSync): number[] =>
  db
    .prepare('select distinct received_at / 86400000 as day from entry order by 1')
    .all()
    .map(({ day }) => Number(day))
