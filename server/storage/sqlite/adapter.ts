import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { withFailures } from './failures.ts'

/** Statements with a list of values have a text for every length of the list; the map must not grow with them. */
const MAX_PREPARED = 500

const value = (parameter: unknown): SQLInputValue =>
  typeof parameter === 'boolean' ? Number(parameter) : (parameter as SQLInputValue)

/** Node's own SQLite as the database that Kysely's SQLite dialect expects; statements are prepared once. */
export function kyselyDatabase(db: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  const statementOf = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    if (prepared.size >= MAX_PREPARED) prepared.clear()
    const statement = withFailures(() => db.prepare(sql))
    prepared.set(sql, statement)
    return statement
  }
  return {
    close: () => db.close(),
    prepare(sql): SqliteStatement {
      const statement = statementOf(sql)
      return {
        reader: statement.columns().length > 0,
        all: parameters => withFailures(() => statement.all(...parameters.map(value))),
        run: parameters => withFailures(() => runUnlessEnded(db, sql, () => statement.run(...parameters.map(value)))),
        iterate: parameters => statement.iterate(...parameters.map(value)) as IterableIterator<unknown>
      }
    }
  }
}

type RunResult = ReturnType<StatementSync['run']>

/** A full disk makes SQLite roll back by itself; rolling back again would hide that error behind another. */
const runUnlessEnded = (db: DatabaseSync, sql: string, run: () => RunResult): RunResult =>
  sql === 'rollback' && !db.isTransaction ? { changes: 0, lastInsertRowid: 0 } : run()
