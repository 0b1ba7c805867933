import type { Selectable } from 'kysely'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { NewStoredEntry, StoredEntry } from '../ports/log-storage.ts'
import { type Database, REALM } from './schema.ts'

export type EntryRow = Selectable<Database['entry']>

/** Fields that nothing is looked up by: they are kept together as JSON. */
type Body = Omit<WireEntry, 'number' | 'site' | 'serial' | 'direction' | 'admitted' | 'hash' | 'previousHash'>

export function toEntryRow(entry: NewStoredEntry, sequence: number, chainBroken: boolean): EntryRow {
  const { device, at, receivedAt, number, site, serial, direction, admitted, hash, previousHash, ...rest } = entry
  const body: Body = rest
  return {
    realm: REALM,
    device,
    number,
    sequence,
    site,
    serial,
    direction,
    admitted: admitted ? 1 : 0,
    at,
    received_at: receivedAt,
    hash,
    previous_hash: previousHash,
    chain_broken: chainBroken ? 1 : 0,
    body: JSON.stringify(body)
  }
}

export const fromEntryRow = (row: EntryRow): StoredEntry => ({
  ...(JSON.parse(row.body) as Body),
  device: row.device,
  number: row.number,
  sequence: row.sequence,
  site: row.site,
  serial: row.serial,
  direction: row.direction as WireEntry['direction'],
  admitted: row.admitted === 1,
  at: row.at,
  receivedAt: row.received_at,
  hash: row.hash,
  previousHash: row.previous_hash,
  chainBroken: row.chain_broken === 1
})
