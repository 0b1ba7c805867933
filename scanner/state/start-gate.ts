import { signal } from '@preact/signals'
import { toHex } from '../../shared/bytes.ts'
import { sha256 } from '../check/web-crypto.ts'
import { createEntryLog, type Exclusively } from '../log/append-entry.ts'
import { type GateDatabase, openGateDatabase } from '../log/gate-database.ts'
import { createOutbox } from '../log/outbox.ts'
import { createWitness, lostEntries } from '../log/witness.ts'
import { createGateApi } from '../sync/gate-api.ts'
import { loadGateData } from './gate-data.ts'
import { identity, lost, unsent } from './gate-state.ts'
import { createScanner, type Scanner } from './scan.ts'
import { startSynchroniser } from './synchroniser.ts'

export type Phase = 'starting' | 'ready' | 'no-storage'
export const phase = signal<Phase>('starting')
export const scanner = signal<Scanner | null>(null)

const BASE = '/api/v1'
export const api = createGateApi(BASE)

let database: GateDatabase | null = null

/** Opens the log, looks whether anything was lost, and goes on as the phone that this is. */
export async function startGate(): Promise<void> {
  try {
    database = await openGateDatabase()
    void navigator.storage?.persist?.()
    const self = (await database.get('identity', 'self')) ?? null
    const head = await database.get('head', 'head')
    const held = self === null ? null : { device: self.device, number: head?.number ?? 0 }
    lost.value = lostEntries(createWitness(localStorage).recall(), held)
    identity.value = self
    if (self !== null) await goOnDuty()
    phase.value = 'ready'
  } catch (error) {
    console.error(error)
    phase.value = 'no-storage'
  }
}

export const openedDatabase = (): GateDatabase => {
  if (database === null) throw new Error('the log is not open')
  return database
}

/** From here on the phone scans and delivers. */
export async function goOnDuty(): Promise<void> {
  const self = identity.value
  if (self === null) return
  const db = openedDatabase()
  const outbox = createOutbox(db)
  const witness = createWitness(localStorage)
  await loadGateData(db)
  unsent.value = await outbox.unsent()
  const log = createEntryLog({ db, device: self.device, sha256, witness, exclusively: oneAtATime() })
  const synchroniser = startSynchroniser({ api, db, outbox, witness, self, eventsUrl: `${BASE}/gate/events` })
  const boot = toHex(crypto.getRandomValues(new Uint8Array(8)))
  scanner.value = createScanner({ log, boot, onLogged: synchroniser.now })
}

/** Over all tabs where the browser can, else within this page. */
function oneAtATime(): Exclusively {
  if ('locks' in navigator) return work => navigator.locks.request('checkpoint-gate-log', work)
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined) // the failure is the caller's; the next one must still have its turn
    return mine
  }
}
