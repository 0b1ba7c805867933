import { sql } from 'kysely'
import type { Engine } from '../engine.ts'

/** All rows as one JSON parameter: one statement of one text, whatever the number of rows and the types of the columns. */
export const insertManyAsJson: Engine['insertMany'] = async (trx, table, rows) => {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map(name => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(trx)
}
