import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const value = (parameter: unknown): SQLInputValue =>
  typeof parameter === 'boolean' ? Number(parameter) : (parameter as SQLInputValue)

/** Node's own SQLite as the database that Kysely's SQLite dialect expects; statements are prepared once. */
export function kyselyDatabase(db: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  const statementOf = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    if (prepared.size > 500) prepared.clear()
    const statement = db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    close: () => db.close(),
    prepare(sql): SqliteStatement {
      const statement = statementOf(sql)
      return {
        reader: statement.columns().length > 0,
        all: parameters => statement.all(...parameters.map(value)),
        run: parameters => statement.run(...parameters.map(value)),
        iterate: parameters => statement.iterate(...parameters.map(value)) as IterableIterator<unknown>
      }
    }
  }
}
