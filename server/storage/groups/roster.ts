import type { PassKind } from '../../../shared/pass/kinds.ts'
import type { PassStatus } from '../../../shared/status/status-list.ts'
import type { RosterStorage } from '../../ports/roster-storage.ts'
import type { Engine } from '../engine.ts'
import { REALM } from '../schema.ts'

const AT_ONCE = 200
/** A visitor is no resident, a drill no pass, a vehicle no person. */
const KINDS: readonly PassKind[] = ['person', 'work', 'household', 'duty']

export const rosterMethods = ({ db, write }: Engine): RosterStorage => ({
  async rosterPasses(site, endsAfter) {
    const rows = await db
      .selectFrom('pass')
      .select([
        'serial',
        'kind',
        'label',
        'start_minute',
        'hours',
        'site',
        'status',
        'ends_at',
        'document_sealed',
        'document_index'
      ])
      .where('realm', '=', REALM)
      .where('site', 'in', [0, site])
      .where('ends_at', '>', endsAfter)
      .where('document_index', 'is not', null)
      .where('kind', 'in', [...KINDS])
      .where('status', '<>', 'superseded')
      .orderBy('serial')
      .execute()
    return rows.map(row => ({
      serial: row.serial,
      kind: row.kind as PassKind,
      label: row.label,
      startMinute: row.start_minute,
      hours: row.hours,
      site: row.site,
      status: row.status as PassStatus,
      endsAt: row.ends_at,
      documentSealed: row.document_sealed ?? '',
      documentIndex: row.document_index ?? ''
    }))
  },
  async dutyTexts(site, endsAfter) {
    const rows = await db
      .selectFrom('pass')
      .select('text')
      .where('realm', '=', REALM)
      .where('site', 'in', [0, site])
      .where('ends_at', '>', endsAfter)
      .where('kind', '=', 'duty')
      .where('status', '=', 'valid')
      .orderBy('serial')
      .execute()
    return rows.map(({ text }) => text)
  },
  async rosterKeys(site) {
    const rows = await db.selectFrom('roster_key').selectAll().where('realm', '=', REALM).where('site', '=', site).execute()
    return rows.map(({ document_index, key_sealed }) => ({ documentIndex: document_index, keySealed: key_sealed }))
  },
  keepRosterKeys: (site, rows) =>
    write(async trx => {
      for (const { documentIndex, keySealed } of rows) {
        await trx
          .insertInto('roster_key')
          .values({ realm: REALM, site, document_index: documentIndex, key_sealed: keySealed })
          .onConflict(conflict => conflict.columns(['realm', 'site', 'document_index']).doNothing())
          .execute()
      }
    }),
  dropRosterKeys: (site, documentIndexes) =>
    write(async trx => {
      for (let from = 0; from < documentIndexes.length; from += AT_ONCE) {
        await trx
          .deleteFrom('roster_key')
          .where('realm', '=', REALM)
          .where('site', '=', site)
          .where('document_index', 'in', documentIndexes.slice(from, from + AT_ONCE))
          .execute()
      }
    })
})
