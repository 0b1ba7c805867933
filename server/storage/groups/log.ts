import { type Selectable, sql, type Transaction } from 'kysely'
import { missingRanges } from '../../../shared/log/number-ranges.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'
import { CHAIN_START } from '../../../shared/log/chain.ts'
import type { EntryOutcome, LogStorage, NewStoredEntry, StoredEntry } from '../../ports/log-storage.ts'
import type { Engine } from '../engine.ts'
import type { Database } from '../schema.ts'

type Row = Selectable<Database['entry']>

export const logMethods = ({ db, write, insertMany }: Engine): LogStorage => ({
  appendEntries: entries => (entries.length === 0 ? Promise.resolve([]) : write(trx => append(trx, insertMany, entries))),
  quarantine: rows =>
    write(async trx => {
      const known = rows.map(({ device, number, reason, body, receivedAt }) => ({
        device,
        number,
        reason,
        body,
        received_at: receivedAt
      }))
      await insertMany(trx, 'quarantine', known)
      for (const device of new Set(rows.map(row => row.device))) await advance(trx, device)
    }),
  async deviceLog(device, missingLimit) {
    const row = await db.selectFrom('device_log').selectAll().where('device', '=', device).executeTakeFirst()
    if (row === undefined) return { contiguous: 0, last: 0, missing: [] }
    const { contiguous, last } = row
    if (contiguous === last) return { contiguous, last, missing: [] }
    const numbers = await numbersAbove(db, device, contiguous)
    const shifted = missingRanges(
      numbers.map(number => number - contiguous),
      missingLimit
    )
    return { contiguous, last, missing: shifted.map(([from, to]) => [from + contiguous, to + contiguous] as const) }
  },
  async entries({ sites, device, beforeSequence, limit }) {
    if (sites?.length === 0) return []
    let query = db.selectFrom('entry').selectAll().orderBy('sequence', 'desc').limit(limit)
    if (sites !== null) query = query.where('site', 'in', sites)
    if (device !== undefined) query = query.where('device', '=', device)
    if (beforeSequence !== undefined) query = query.where('sequence', '<', beforeSequence)
    return (await query.execute()).map(fromRow)
  },
  async recentEntries(site, afterSequence, sinceMs, limit) {
    const rows = await db
      .selectFrom('entry')
      .selectAll()
      .where('site', '=', site)
      .where('sequence', '>', afterSequence)
      .where('at', '>=', sinceMs)
      .where('admitted', '=', 1)
      .where('serial', 'is not', null)
      .orderBy('sequence')
      .limit(limit)
      .execute()
    return rows.map(fromRow)
  },
  async quarantined(device, limit) {
    let query = db.selectFrom('quarantine').selectAll().orderBy('id', 'desc').limit(limit)
    if (device !== null) query = query.where('device', '=', device)
    const rows = await query.execute()
    return rows.map(({ device: from, number, reason, body, received_at }) => ({
      device: from,
      number,
      reason,
      body,
      receivedAt: received_at
    }))
  }
})

async function append(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  entries: readonly NewStoredEntry[]
): Promise<EntryOutcome[]> {
  const outcomes: EntryOutcome[] = []
  const fresh = new Map<string, NewStoredEntry>()
  const held = await heldHashes(trx, entries)
  for (const entry of entries) {
    const place = `${entry.device}/${entry.number}`
    const hash = held.get(place) ?? fresh.get(place)?.hash
    outcomes.push(hash === undefined ? 'stored' : hash === entry.hash ? 'held' : 'conflict')
    if (hash === undefined) fresh.set(place, entry)
  }
  const rows = [...fresh.values()]
  if (rows.length === 0) return outcomes
  const top = await trx
    .selectFrom('entry')
    .select(({ fn }) => fn.max('sequence').as('top'))
    .executeTakeFirst()
  const before = Number(top?.top ?? 0)
  const hashAt = (device: string, number: number): string | undefined =>
    number === 0 ? CHAIN_START : (fresh.get(`${device}/${number}`)?.hash ?? held.get(`${device}/${number}`))
  await insertMany(
    trx,
    'entry',
    rows.map((entry, index) => toRow(entry, before + index + 1, isBroken(entry, hashAt(entry.device, entry.number - 1))))
  )
  for (const device of new Set(rows.map(row => row.device))) await advance(trx, device)
  await judgeSuccessors(trx, rows, fresh)
  return outcomes
}

const isBroken = (entry: NewStoredEntry, hashBefore: string | undefined): boolean =>
  hashBefore !== undefined && hashBefore !== entry.previousHash

/** Hashes of the entries that are here already, and of those just before the batch. */
async function heldHashes(trx: Transaction<Database>, entries: readonly NewStoredEntry[]): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (const [device, own] of Map.groupBy(entries, entry => entry.device)) {
    const numbers = own.map(({ number }) => number)
    const rows = await trx
      .selectFrom('entry')
      .select(['number', 'hash'])
      .where('device', '=', device)
      .where('number', '>=', Math.min(...numbers) - 1)
      .where('number', '<=', Math.max(...numbers))
      .execute()
    for (const { number, hash } of rows) held.set(`${device}/${number}`, hash)
  }
  return held
}

/** A predecessor that comes late decides whether its successor's chain is whole. */
async function judgeSuccessors(
  trx: Transaction<Database>,
  rows: readonly NewStoredEntry[],
  fresh: ReadonlyMap<string, NewStoredEntry>
): Promise<void> {
  for (const { device, number, hash } of rows) {
    if (fresh.has(`${device}/${number + 1}`)) continue
    await trx
      .updateTable('entry')
      .set({ chain_broken: sql<0 | 1>`case when previous_hash = ${hash} then 0 else 1 end` })
      .where('device', '=', device)
      .where('number', '=', number + 1)
      .execute()
  }
}

/** Moves a device's contiguous mark over what is in the log or in quarantine. */
async function advance(trx: Transaction<Database>, device: string): Promise<void> {
  const row = await trx.selectFrom('device_log').selectAll().where('device', '=', device).executeTakeFirst()
  const numbers = await numbersAbove(trx, device, row?.contiguous ?? 0)
  let contiguous = row?.contiguous ?? 0
  for (const number of numbers) {
    if (number !== contiguous + 1) break
    contiguous = number
  }
  const last = Math.max(row?.last ?? 0, numbers.at(-1) ?? 0)
  await trx
    .insertInto('device_log')
    .values({ device, contiguous, last })
    .onConflict(conflict => conflict.column('device').doUpdateSet({ contiguous, last }))
    .execute()
}

async function numbersAbove(db: Pick<Transaction<Database>, 'selectFrom'>, device: string, above: number): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('number')
    .where('device', '=', device)
    .where('number', '>', above)
    .union(
      db
        .selectFrom('quarantine')
        .select(sql<number>`number`.as('number'))
        .where('device', '=', device)
        .where('number', '>', above)
    )
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

function toRow(entry: NewStoredEntry, sequence: number, chainBroken: boolean): Row {
  const { device, at, receivedAt, ...wire } = entry
  const { number, site, serial, direction, admitted, hash, previousHash } = wire
  return {
    sequence,
    device,
    number,
    site,
    serial,
    direction,
    admitted: admitted ? 1 : 0,
    at,
    received_at: receivedAt,
    hash,
    previous_hash: previousHash,
    chain_broken: chainBroken ? 1 : 0,
    body: JSON.stringify(wire)
  }
}

const fromRow = (row: Row): StoredEntry => ({
  ...(JSON.parse(row.body) as WireEntry),
  device: row.device,
  at: row.at,
  receivedAt: row.received_at,
  sequence: row.sequence,
  chainBroken: row.chain_broken === 1
})
