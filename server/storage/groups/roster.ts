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
      .leftJoin('pass_holder', join => join.onRef('pass_holder.serial', '=', 'pass.serial').on('pass_holder.realm', '=', REALM))
      .select([
        'pass.serial',
        'pass.kind',
        'pass.label',
        'pass.start_minute',
        'pass.hours',
        'pass.site',
        'pass.status',
        'pass.ends_at',
        'pass.document_sealed',
        'pass.document_index',
        'pass_holder.person'
      ])
      .where('pass.realm', '=', REALM)
      .where('pass.site', 'in', [0, site])
      .where('pass.ends_at', '>', endsAfter)
      .where(where => where.or([where('pass.document_index', 'is not', null), where('pass_holder.person', 'is not', null)]))
      .where('pass.kind', 'in', [...KINDS])
      .where('pass.status', '<>', 'superseded')
      .orderBy('pass.serial')
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
      documentSealed: row.document_sealed,
      documentIndex: row.document_index,
      person: row.person
    }))
  },
  async rosterResidents(site) {
    const rows = await db
      .selectFrom('household')
      .innerJoin('membership', join => join.onRef('membership.household', '=', 'household.id').on('membership.realm', '=', REALM))
      .innerJoin('person', join => join.onRef('person.id', '=', 'membership.person').on('person.realm', '=', REALM))
      .select(['person.id', 'person.version', 'person.document_index', 'person.body', 'household.building'])
      .where('household.realm', '=', REALM)
      .where('household.site', '=', site)
      .orderBy('person.id')
      .orderBy('household.id')
      .execute()
    return rows.map(({ id, version, document_index, body, building }) => ({
      person: id,
      version,
      documentIndex: document_index,
      body,
      building
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
    return rows.map(({ document_index, key_sealed }) => ({ claim: document_index, keySealed: key_sealed }))
  },
  keepRosterKeys: (site, rows) =>
    write(async trx => {
      for (const { claim, keySealed } of rows) {
        await trx
          .insertInto('roster_key')
          .values({ realm: REALM, site, document_index: claim, key_sealed: keySealed })
          .onConflict(conflict => conflict.columns(['realm', 'site', 'document_index']).doNothing())
          .execute()
      }
    }),
  dropRosterKeys: (site, claims) =>
    write(async trx => {
      for (let from = 0; from < claims.length; from += AT_ONCE) {
        await trx
          .deleteFrom('roster_key')
          .where('realm', '=', REALM)
          .where('site', '=', site)
          .where('document_index', 'in', claims.slice(from, from + AT_ONCE))
          .execute()
      }
    })
})
