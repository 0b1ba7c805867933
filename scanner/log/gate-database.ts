import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Frame } from '../../shared/carry/frame.ts'
import type { Decision } from '../../shared/gate/decide.ts'
import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { HeadSeal } from '../../shared/log/head-seal.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'

/** Who this phone is. The private key cannot leave the browser. */
export type Identity = {
  readonly device: string
  readonly privateKey: CryptoKey
  readonly site: number
  readonly root: EcPublicJwk
  readonly realm: { readonly id: string; readonly name: string; readonly nameEn: string }
}

/** Signed texts as they came from the service; they are verified again whenever they are loaded. */
export type KeptGateData = {
  readonly trust: string | null
  readonly lists: readonly string[]
  readonly offsetMs: number | null
  readonly offsetAt: number | null
}

/** Entries of another device that this phone brings to the service; `id` is the same for the same entries. */
export type CarriedLog = {
  readonly id: string
  readonly device: string
  readonly entries: readonly WireEntry[]
  readonly seal: HeadSeal | null
  readonly takenAt: number
}

/** A frame of a transfer that is not whole yet. */
export type KeptFrame = Frame & { readonly takenAt: number }

/** Somebody who sits aside after a high reading; `at`: since when, in server time. Goes when the person is measured again. */
export type KeptResting = {
  readonly text: string | null
  readonly decision: Decision
  readonly entry: WireEntry
  readonly at: number
}

export type LogHead = { readonly number: number; readonly hash: string }

export interface GateSchema extends DBSchema {
  entries: { key: number; value: WireEntry }
  head: { key: 'head'; value: LogHead }
  acknowledged: { key: 'upTo'; value: number }
  identity: { key: 'self'; value: Identity }
  gateData: { key: 'now'; value: KeptGateData }
  /** Entries a local day, kept for 30 days after the entries themselves are gone. */
  dayCounts: { key: string; value: { total: number; admitted: number } }
  carried: { key: string; value: CarriedLog }
  frames: { key: [string, number, number]; value: KeptFrame }
  /** Passages of the other gates, as they were told. */
  recent: { key: 'now'; value: readonly RecentEntry[] }
  resting: { key: number; value: KeptResting }
}

export type GateDatabase = IDBPDatabase<GateSchema>

const STORES = ['head', 'acknowledged', 'identity', 'gateData', 'dayCounts'] as const

/** Upgrades only add: nothing that was not delivered is ever dropped. */
export function openGateDatabase(name = 'checkpoint-gate'): Promise<GateDatabase> {
  return openDB<GateSchema>(name, 4, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('entries', { keyPath: 'number' })
        for (const store of STORES) db.createObjectStore(store)
      }
      if (oldVersion < 2) db.createObjectStore('carried', { keyPath: 'id' })
      if (oldVersion < 3) db.createObjectStore('frames', { keyPath: ['kind', 'transfer', 'index'] })
      if (oldVersion < 4) {
        db.createObjectStore('recent')
        db.createObjectStore('resting')
      }
    }
  })
}
