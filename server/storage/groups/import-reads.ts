import { sql } from 'kysely'
import type { FindingKind, ImportStorage, StagedRow } from '../../ports/import-storage.ts'
import type { Engine } from '../engine.ts'
import { inParts } from '../in-parts.ts'
import { REALM } from '../schema.ts'
import { fromFinding } from './imports.ts'

type Methods = Pick<
  ImportStorage,
  | 'importPages'
  | 'importPageOf'
  | 'importFixes'
  | 'stagedRows'
  | 'stagedTwice'
  | 'importFindings'
  | 'importFindingsAt'
  | 'countFindings'
>
type Db = Engine['db']

const pages = (db: Db, id: string, sheet: number) =>
  db
    .selectFrom('import_page')
    .select(['sheet', 'number', 'first_line as firstLine', 'last_line as lastLine', 'body'])
    .where('realm', '=', REALM)
    .where('import_id', '=', id)
    .where('sheet', '=', sheet)
    .orderBy('number')

const staged = (db: Db) => db.selectFrom('import_row').select(['site', 'address_key as addressKey', 'line', 'document', 'body'])

const findings = (db: Db, id: string, kind: FindingKind) =>
  db
    .selectFrom('import_finding')
    .selectAll()
    .where('realm', '=', REALM)
    .where('import_id', '=', id)
    .where('kind', '=', kind)
    .orderBy('line')

/** What is on its way into the register, in the orders in which it is worked on and shown. */
export const importReads = ({ db }: Engine): Methods => ({
  importPages: (id, sheet, from, limit) => pages(db, id, sheet).where('number', '>=', from).limit(limit).execute(),
  importPageOf: async (id, sheet, line) =>
    (await pages(db, id, sheet).where('first_line', '<=', line).where('last_line', '>=', line).limit(1).executeTakeFirst()) ??
    null,
  importFixes: (id, sheet, fromLine, toLine) =>
    db
      .selectFrom('import_fix')
      .select(['line', 'body'])
      .where('realm', '=', REALM)
      .where('import_id', '=', id)
      .where('sheet', '=', sheet)
      .where('line', '>=', fromLine)
      .where('line', '<=', toLine)
      .execute(),
  stagedRows(id, after, limit): Promise<StagedRow[]> {
    let query = staged(db).where('realm', '=', REALM).where('import_id', '=', id)
    if (after !== null)
      query = query.where(sql<boolean>`(site, address_key, line) > (${after.site}, ${after.addressKey}, ${after.line})`)
    return query.orderBy('site').orderBy('address_key').orderBy('line').limit(limit).execute()
  },
  async stagedTwice(id, documents) {
    const twice = await inParts(documents, part =>
      db
        .selectFrom('import_row')
        .select('document')
        .where('import_id', '=', id)
        .where('document', 'in', part)
        .groupBy('document')
        .having(({ fn }) => fn.countAll(), '>', 1)
        .execute()
    )
    const rows = await inParts(
      twice.map(({ document }) => document),
      part => staged(db).where('import_id', '=', id).where('document', 'in', part).execute()
    )
    return rows.sort((a, b) => a.line - b.line)
  },
  importFindings: async (id, kind, afterLine, limit) =>
    (await findings(db, id, kind).where('line', '>', afterLine).limit(limit).execute()).map(fromFinding),
  importFindingsAt: async (id, kind, lines) =>
    lines.length === 0
      ? []
      : (
          await findings(db, id, kind)
            .where('line', 'in', [...lines])
            .execute()
        ).map(fromFinding),
  async countFindings(id) {
    const rows = await db
      .selectFrom('import_finding')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
      .where('realm', '=', REALM)
      .where('import_id', '=', id)
      .groupBy('kind')
      .execute()
    const of = (kind: FindingKind): number => Number(rows.find(row => row.kind === kind)?.count ?? 0)
    return { bad: of('bad'), conflict: of('conflict') }
  }
})
