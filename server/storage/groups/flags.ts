import type { Selectable } from 'kysely'
import type { EntryFlag, FlagReason, FlagStorage } from '../../ports/flag-storage.ts'
import type { Engine } from '../engine.ts'
import { fromEntryRow } from '../entry-row.ts'
import { type Database, REALM } from '../schema.ts'

/** SQLite takes 32,766 parameters in a statement; short lists keep the number of different statements small. */
const AT_ONCE = 200
/** Ten times what 200 passes do in two days: a flood of one pass must not fill the memory. */
const MAX_PASSAGES = 4_000

export const flagMethods = ({ db, write }: Engine): FlagStorage => ({
  async passages(site, serials, fromMs, toMs) {
    const found: Selectable<Database['entry']>[] = []
    for (let from = 0; from < serials.length; from += AT_ONCE) {
      const query = db
        .selectFrom('entry')
        .selectAll()
        .where('realm', '=', REALM)
        .where('serial', 'in', serials.slice(from, from + AT_ONCE))
        .where('at', '>=', fromMs)
        .where('at', '<=', toMs)
        .where('site', '=', site)
        .where('admitted', '=', 1)
        .orderBy('at', 'desc')
        .limit(MAX_PASSAGES)
      found.push(...(await query.execute()))
    }
    return found.sort((a, b) => a.at - b.at || a.sequence - b.sequence).map(fromEntryRow)
  },
  flagEntries: flags =>
    write(async trx => {
      for (const flag of flags) {
        await trx
          .insertInto('entry_flag')
          .values(toRow(flag))
          .onConflict(conflict => conflict.columns(['realm', 'device', 'number']).doNothing())
          .execute()
      }
    }),
  async flagsOf(entries) {
    const found: EntryFlag[] = []
    for (const [device, own] of Map.groupBy(entries, entry => entry.device)) {
      const numbers = own.map(({ number }) => number)
      for (let from = 0; from < numbers.length; from += AT_ONCE) {
        const rows = await db
          .selectFrom('entry_flag')
          .selectAll()
          .where('realm', '=', REALM)
          .where('device', '=', device)
          .where('number', 'in', numbers.slice(from, from + AT_ONCE))
          .execute()
        found.push(...rows.map(fromRow))
      }
    }
    return found
  },
  async flaggedEntries({ sites, device, beforeSequence, limit }) {
    let query = db
      .selectFrom('entry_flag')
      .innerJoin('entry', join =>
        join
          .onRef('entry.realm', '=', 'entry_flag.realm')
          .onRef('entry.device', '=', 'entry_flag.device')
          .onRef('entry.number', '=', 'entry_flag.number')
      )
      .selectAll('entry')
      .where('entry_flag.realm', '=', REALM)
      .orderBy('entry_flag.sequence', 'desc')
      .limit(limit)
    if (sites !== null) query = query.where('entry_flag.site', 'in', sites.length === 0 ? [-1] : [...sites])
    if (device !== undefined) query = query.where('entry_flag.device', '=', device)
    if (beforeSequence !== undefined) query = query.where('entry_flag.sequence', '<', beforeSequence)
    return (await query.execute()).map(fromEntryRow)
  }
})

const toRow = (flag: EntryFlag): Selectable<Database['entry_flag']> => ({
  realm: REALM,
  device: flag.device,
  number: flag.number,
  reason: flag.reason,
  site: flag.site,
  sequence: flag.sequence,
  other_device: flag.otherDevice,
  other_number: flag.otherNumber,
  other_gate: flag.otherGate,
  other_at: flag.otherAt,
  flagged_at: flag.flaggedAt
})

const fromRow = (row: Selectable<Database['entry_flag']>): EntryFlag => ({
  device: row.device,
  number: row.number,
  reason: row.reason as FlagReason,
  site: row.site,
  sequence: row.sequence,
  otherDevice: row.other_device,
  otherNumber: row.other_number,
  otherGate: row.other_gate,
  otherAt: row.other_at,
  flaggedAt: row.flagged_at
})
