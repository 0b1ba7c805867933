import type { LogStorage, NewStoredEntry } from '../../ports/log-storage.ts'
import { takeNumbers } from '../counters.ts'
import { appendEntries } from '../append-entries.ts'
import { deviceLog, noteNumbers } from '../device-log.ts'
import type { Engine } from '../engine.ts'
import { fromEntryRow } from '../entry-row.ts'
import { countBefore, forgetEntries } from '../forget-entries.ts'
import { entryLinks } from '../entry-links.ts'
import { gather } from '../gather.ts'
import { chainBreaks, quarantineCounts } from '../chain-breaks.ts'
import { selectEntries, selectRecent } from '../select-entries.ts'
import { REALM } from '../schema.ts'

/** A burst after an outage must not make one transaction that everybody waits for. */
const ENTRIES_AT_ONCE = 4_000

export const logMethods = ({ db, write, insertMany, prepareDays, dropDays }: Engine): LogStorage => ({
  appendEntries: gather((take: () => NewStoredEntry[]) => write(trx => appendEntries(trx, insertMany, take())), ENTRIES_AT_ONCE),
  quarantine: async rows => {
    if (rows.length === 0) return
    await write(async trx => {
      const firstId = await takeNumbers(trx, 'quarantine', rows.length)
      const known = rows.map(({ device, number, reason, body, receivedAt }, index) => ({
        realm: REALM,
        device,
        id: firstId + index,
        number,
        reason,
        body,
        received_at: receivedAt
      }))
      await insertMany(trx, 'quarantine', known)
      for (const [device, own] of Map.groupBy(rows, row => row.device)) {
        const numbers = own.map(({ number }) => number).filter(number => number !== null)
        await noteNumbers(trx, insertMany, device, numbers)
      }
    })
  },
  async forgetEntries(receivedBefore) {
    const count = await countBefore(db, receivedBefore)
    await dropDays(receivedBefore)
    for (let more = true; more; ) more = await write(trx => forgetEntries(trx, receivedBefore))
    return count
  },
  prepareDays,
  deviceLog: (device, missingLimit) => deviceLog(db, device, missingLimit),
  entryLinks: (device, numbers) => entryLinks(db, device, numbers),
  entries: async filter => (await selectEntries(db, filter)).map(fromEntryRow),
  async householdSuccessors(site, sinceMs) {
    const rows = await db
      .selectFrom('pass')
      .select(['serial', 'replaced_by'])
      .where('realm', '=', REALM)
      .where('site', 'in', [0, site])
      .where('status', '=', 'superseded')
      .where('kind', '=', 'household')
      .where('status_at', '>=', sinceMs)
      .orderBy('status_at')
      .execute()
    return rows.flatMap(({ serial, replaced_by }): [number, number][] => (replaced_by === null ? [] : [[serial, replaced_by]]))
  },
  recentEntries: async (site, afterSequence, sinceMs, limit) =>
    (await selectRecent(db, { site, afterSequence, sinceMs, limit })).map(fromEntryRow),
  chainBreaks: () => chainBreaks(db),
  quarantineCounts: () => quarantineCounts(db),
  async quarantined(device, limit) {
    let query = db.selectFrom('quarantine').selectAll().where('realm', '=', REALM).orderBy('id', 'desc').limit(limit)
    if (device !== null) query = query.where('device', '=', device)
    const rows = await query.execute()
    return rows.map(row => ({
      device: row.device,
      number: row.number,
      reason: row.reason,
      body: row.body,
      receivedAt: row.received_at
    }))
  }
})
