import { type Selectable, sql, type Transaction } from 'kysely'
import type { FindingKind, FindingRow, ImportMove, ImportRow, ImportStorage } from '../../ports/import-storage.ts'
import { addHouseholds } from '../add-households.ts'
import type { Engine } from '../engine.ts'
import { saveHousehold } from '../save-household.ts'
import { Stale } from '../save-people.ts'
import { type Database, REALM } from '../schema.ts'

type Methods = Pick<
  ImportStorage,
  | 'addImport'
  | 'registerImport'
  | 'registerImports'
  | 'moveImport'
  | 'acceptFinding'
  | 'clearImport'
  | 'importWords'
  | 'putImportWords'
>

/** Rows deleted at a time: nobody waits long behind it. */
const CLEARED_AT_ONCE = 5_000

/** Takes a step back that is not this one's any more. */
class StaleStep extends Error {}
/** Takes a step back whose households changed meanwhile. */
class StepConflict extends Error {}

export const importMethods = (engine: Engine): Methods => ({ ...reads(engine), ...moves(engine), ...tidying(engine) })

const reads = ({ db }: Engine): Pick<Methods, 'registerImport' | 'registerImports' | 'importWords'> => ({
  async registerImport(id) {
    const row = await db
      .selectFrom('register_import')
      .selectAll()
      .where('realm', '=', REALM)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
  async registerImports(community, limit) {
    let query = db.selectFrom('register_import').selectAll().where('realm', '=', REALM).orderBy('created_at', 'desc').limit(limit)
    if (community !== null) query = query.where('community', '=', community)
    return (await query.execute()).map(fromRow)
  },
  async importWords(community) {
    const row = await db
      .selectFrom('import_words')
      .select('words')
      .where('community', '=', community ?? '')
      .executeTakeFirst()
    return row === undefined ? {} : (JSON.parse(row.words) as Record<string, string>)
  }
})

const moves = ({ write, insertMany, isDuplicate }: Engine): Pick<Methods, 'addImport' | 'moveImport'> => ({
  addImport: row => write(trx => insertMany(trx, 'register_import', [toRow(row)])),
  moveImport: async move => {
    try {
      await write(async trx => {
        await takeStep(trx, move)
        await writeStaged(trx, insertMany, move)
        await addHouseholds(trx, insertMany, move.adds ?? [])
        for (const change of move.changes ?? []) {
          const saved = await saveHousehold(trx, insertMany, change)
          if (saved.kind !== 'saved') throw new StepConflict()
        }
      })
      return 'moved'
    } catch (error) {
      if (error instanceof StaleStep) return 'stale'
      if (error instanceof StepConflict || error instanceof Stale || isDuplicate(error)) return 'conflict'
      throw error
    }
  }
})

async function takeStep(trx: Transaction<Database>, { id, step, state, body, at }: ImportMove): Promise<void> {
  const moved = await trx
    .updateTable('register_import')
    .set({ step: step + 1, state, body: JSON.stringify(body), updated_at: at })
    .where('realm', '=', REALM)
    .where('id', '=', id)
    .where('step', '=', step)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new StaleStep()
}

async function writeStaged(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  { id, pages = [], rows = [], findings = [], settled = [], fix }: ImportMove
): Promise<void> {
  const own = { realm: REALM, import_id: id }
  await insertMany(
    trx,
    'import_page',
    pages.map(({ sheet, number, firstLine, lastLine, body }) => ({
      ...own,
      sheet,
      number,
      first_line: firstLine,
      last_line: lastLine,
      body
    }))
  )
  const sorted = [...rows].sort((a, b) => a.site - b.site || (a.addressKey < b.addressKey ? -1 : 1))
  await insertMany(
    trx,
    'import_row',
    sorted.map(({ site, addressKey, line, document, body }) => ({ ...own, site, address_key: addressKey, line, document, body }))
  )
  for (const [kind, gone] of Map.groupBy([...findings, ...settled], ({ kind }) => kind))
    await trx
      .deleteFrom('import_finding')
      .where('realm', '=', REALM)
      .where('import_id', '=', id)
      .where(
        'line',
        'in',
        gone.map(({ line }) => line)
      )
      .where('kind', '=', kind)
      .execute()
  await insertMany(
    trx,
    'import_finding',
    findings.map(({ site, addressKey, line, kind, accepted, body }) => ({
      ...own,
      line,
      kind,
      site,
      address_key: addressKey,
      accepted,
      body
    }))
  )
  if (fix !== undefined)
    await trx
      .insertInto('import_fix')
      .values({ ...own, ...fix })
      .onConflict(conflict => conflict.columns(['realm', 'import_id', 'sheet', 'line']).doUpdateSet({ body: fix.body }))
      .execute()
}

const tidying = ({ write }: Engine): Pick<Methods, 'acceptFinding' | 'clearImport' | 'putImportWords'> => ({
  acceptFinding: (id, line, version) =>
    write(async trx => {
      const done = await trx
        .updateTable('import_finding')
        .set({ accepted: version })
        .where('realm', '=', REALM)
        .where('import_id', '=', id)
        .where('line', '=', line)
        .where('kind', '=', 'conflict')
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    }),
  clearImport: (id, what) =>
    write(async trx => {
      const staged = await clearSome(trx, 'import_row', id)
      const findings = await clearSome(trx, 'import_finding', id)
      if (what === 'staged') return staged || findings
      const fixes = await clearSome(trx, 'import_fix', id)
      return (await clearSome(trx, 'import_page', id)) || staged || findings || fixes
    }),
  putImportWords: (community, words) =>
    write(async trx => {
      const row = { words: JSON.stringify(words) }
      await trx
        .insertInto('import_words')
        .values({ community: community ?? '', ...row })
        .onConflict(conflict => conflict.column('community').doUpdateSet(row))
        .execute()
    })
})

/** The rest of each table's key, behind realm and import: rows are deleted in its order. */
const KEYS = {
  import_row: ['site', 'address_key', 'line'],
  import_finding: ['line', 'kind'],
  import_fix: ['sheet', 'line'],
  import_page: ['sheet', 'number']
} as const

/** Whether there may be more. */
async function clearSome(trx: Transaction<Database>, table: keyof typeof KEYS, id: string): Promise<boolean> {
  const columns = sql.join(KEYS[table].map(name => sql.ref(name)))
  const own = sql`realm = ${REALM} and import_id = ${id}`
  const { rows } = await sql<Record<string, string | number>>`select ${columns} from ${sql.table(table)} where ${own}
    order by ${columns} limit 1 offset ${CLEARED_AT_ONCE - 1}`.execute(trx)
  const [last] = rows
  const upTo = last === undefined ? sql`` : sql`and (${columns}) <= (${sql.join(KEYS[table].map(name => last[name] ?? ''))})`
  await sql`delete from ${sql.table(table)} where ${own} ${upTo}`.execute(trx)
  return last !== undefined
}

const toRow = (row: ImportRow): Selectable<Database['register_import']> => ({
  realm: REALM,
  id: row.id,
  community: row.community,
  state: row.state,
  step: row.step,
  created_by: row.createdBy,
  created_by_name: row.createdByName,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
  body: JSON.stringify(row.body)
})

const fromRow = (row: Selectable<Database['register_import']>): ImportRow => ({
  id: row.id,
  community: row.community,
  state: row.state as ImportRow['state'],
  step: row.step,
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  body: JSON.parse(row.body) as ImportRow['body']
})

export const fromFinding = (row: Selectable<Database['import_finding']>): FindingRow => ({
  site: row.site,
  addressKey: row.address_key,
  line: row.line,
  kind: row.kind as FindingKind,
  accepted: row.accepted,
  body: row.body
})
