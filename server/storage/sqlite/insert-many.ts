import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Engine } from '../engine.ts'
import { asStorageFailure } from './failures.ts'

/** About 20 ms: between them, the process answers what needs no database. */
const ROWS_A_TURN = 1_000

/** One parsed statement, run for each row: no text to build, no parameters to count. */
export function rowInserter(db: DatabaseSync): Engine['insertMany'] {
  const statements = new Map<string, StatementSync>()
  const statementOf = (table: string, columns: readonly string[]): StatementSync => {
    const names = columns.map(name => `"${name}"`).join(', ')
    const sql = `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  // The only connection is inside the caller's transaction, so a statement of its own is, too.
  return async (_trx, table, rows) => {
    const [first] = rows
    if (first === undefined) return
    const columns = Object.keys(first)
    try {
      const statement = statementOf(table, columns)
      for (const [at, row] of rows.entries()) {
        if (at > 0 && at % ROWS_A_TURN === 0) await new Promise(setImmediate)
        statement.run(...columns.map(name => (row as Record<string, SQLInputValue>)[name] ?? null))
      }
    } catch (error) {
      throw asStorageFailure(error)
    }
  }
}
