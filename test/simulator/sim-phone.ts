import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createEntryLog, type EntryLog } from '../../scanner/log/append-entry.ts'
import { checkLog } from '../../scanner/log/check-log.ts'
import { createSecondCopy, type SecondCopy } from '../../scanner/log/copy/second-copy.ts'
import { forgetCarried } from '../../scanner/log/forget-carried.ts'
import { type GateDatabase, openGateDatabase } from '../../scanner/log/gate-database.ts'
import { leaveDevice } from '../../scanner/log/leave.ts'
import { createOutbox, type Outbox } from '../../scanner/log/outbox.ts'
import { createSealer } from '../../scanner/log/seal-head.ts'
import { createWitness, type Witness } from '../../scanner/log/witness.ts'
import { deliver } from '../../scanner/sync/deliver.ts'
import { deliverCarried } from '../../scanner/sync/deliver-carried.ts'
import { type LogEntry, NO_DETAILS } from '../../shared/log/entry.ts'
import { epochMs } from '../../shared/time.ts'
import type { Random } from '../support/frames/random.ts'
import { memoryStorage } from '../support/gate-log.ts'
import { createMemoryJournal } from '../support/memory-journal.ts'
import { createLife, type Life, mortalDatabase } from './mortality.ts'
import type { Network } from './network.ts'
import type { Truth } from './truth.ts'

/** Registers a public key at the service; the new device's name. */
export type Enrol = (publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string }) => Promise<string>

export type SimPhone = {
  online: boolean
  /** Device clock minus true time. */
  clockErrorMs: number
  scan(serial: number): Promise<void>
  /** Delivers what it has; `twice`: page and service worker at the same moment. */
  sync(twice: boolean): Promise<void>
  /** The browser throws a store away, or (`tail`) the newest writes of both; the page is started anew afterwards. */
  evict(store: 'database' | 'copy' | 'tail'): Promise<void>
  /** Given back, and enrolled as another device; false while anything is undelivered. */
  swap(): Promise<boolean>
  /** From now on nothing goes wrong. */
  calm(): void
  isDelivered(): Promise<boolean>
}

type World = {
  readonly name: string
  readonly random: Random
  readonly network: Network
  readonly truth: Truth
  readonly enrol: Enrol
  readonly now: () => number
  /** Of dying at one step. */
  readonly deathRate: number
  readonly hasCopy: boolean
  /** How long delivered entries stay; shorter only to plant a fault. */
  readonly keepsDelivered: boolean
}

type Running = {
  readonly life: Life
  /** `db` as a phone that can die sees it. */
  readonly real: GateDatabase
  readonly db: GateDatabase
  readonly device: string
  readonly copy: SecondCopy
  readonly witness: Witness
  readonly outbox: Outbox
  readonly log: EntryLog
  readonly seal: (head: { number: number; hash: string }) => Promise<void>
}

const sha256 = (data: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest())
const BOOT = 'boot-1'
const DAY_MS = 86_400_000

/** A volunteer's phone: the gate's real log and delivery on stores in memory, started anew after each death. */
export function createSimPhone(world: World): SimPhone {
  const { name, random, network, truth, enrol, now } = world
  const storage = memoryStorage()
  const journal = createMemoryJournal()
  /** Keys cannot be taken out of a browser: the database holds a name, and forgets it with everything else. */
  const keys = new Map<string, KeyObject>()
  let running: Running | null = null
  let life: Life | null = null
  let deathRate = world.deathRate

  const start = async (): Promise<Running> => {
    const own = createLife(random, deathRate)
    life = own
    const real = await openGateDatabase(name)
    try {
      const db = mortalDatabase(real, own)
      journal.onWrite = (_call, bytes) => (own.ends() ? random.below(bytes.length + 1) : undefined)
      const copy = createSecondCopy(world.hasCopy ? journal : createMemoryJournal())
      const witness = createWitness(storage)
      const check = await checkLog({ db, copy, witness, sha256, nowMs: now() })
      if (check.lost !== null) truth.named(check.lost.device, check.lost.ranges)
      const self = (await db.get('identity', 'self')) ?? (await enrolled(db))
      const { device } = self
      const key = keys.get(device)
      if (key === undefined) throw new Error('a key is missing')
      const signText = async (text: string) =>
        new Uint8Array(sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }))
      const log = createEntryLog({ db, device, sha256, witness, copy, exclusively: work => work() })
      const seal = createSealer(device, signText, made => copy.seal(made))
      return { life: own, real, db, device, copy, witness, outbox: createOutbox(db), log, seal }
    } catch (error) {
      real.close()
      throw error
    }
  }
  const enrolled = async (db: GateDatabase) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const root = { kty: 'EC', crv: 'P-256', x, y } as const
    const device = await enrol(root)
    keys.set(device, privateKey)
    const self = { device, site: 1, root, realm: { id: 'r', name: 'r', nameEn: 'r' }, privateKey: {} as CryptoKey }
    await db.put('identity', self, 'self')
    return self
  }
  /** Runs on a living phone. A phone that dies meanwhile is started anew by the next work. */
  const alive = async <T>(work: (phone: Running) => Promise<T>): Promise<T | null> => {
    try {
      running ??= await start()
      return await work(running)
    } catch (error) {
      if (life?.isOver() !== true) throw error
      stop()
      return null
    }
  }
  const stop = (): void => {
    running?.real.close()
    running = null
  }
  const entryOf = (serial: number): Omit<LogEntry, 'number'> => ({
    ...NO_DETAILS,
    site: 1,
    gate: 'east',
    direction: random.next() < 0.5 ? 'in' : 'out',
    deviceMs: epochMs(Math.max(1, now() + phone.clockErrorMs)),
    monotonicMs: 5,
    boot: BOOT,
    offsetMs: random.next() < 0.1 ? null : -phone.clockErrorMs,
    method: 'camera',
    keyId: '0a1b2c3d',
    serial,
    kind: 'person',
    verdict: 'PASS',
    reasons: ['OK'],
    admitted: true
  })
  const deliverOnce = async ({ outbox, device, life, witness, db, copy }: Running): Promise<void> => {
    const clock = (): number => Math.max(1, now() + phone.clockErrorMs)
    await deliver(outbox, network.uploadOf(device, life, clock), upTo => {
      life.step()
      witness.acknowledge(device, upTo)
    })
    await deliverCarried(db, network.uploadCarriedOf(device, life), log => forgetCarried(db, copy, log))
    await outbox.tidy(clock() + (world.keepsDelivered ? 0 : 3 * DAY_MS))
    await copy.tidy(device, await outbox.acknowledged())
  }
  const phone: SimPhone = {
    online: true,
    clockErrorMs: 0,
    scan: async serial =>
      void (await alive(async running => {
        const wire = await running.log.append(entryOf(serial))
        truth.shown(running.device, wire)
        running.life.step()
        await running.seal(wire)
      })),
    sync: async twice =>
      void (await alive(running => Promise.all(Array.from({ length: twice ? 2 : 1 }, () => deliverOnce(running))))),
    async evict(store) {
      stop()
      if (store !== 'database') journal.bytes = new Uint8Array()
      if (store === 'database') await deleted(name)
      if (store === 'tail') await forgetNewest(name, 1 + random.below(3))
    },
    swap: async () =>
      (await alive(async ({ db, copy }) => {
        if (!(await leaveDevice(db, copy))) return false
        createWitness(storage).forget()
        stop()
        return true
      })) === true,
    calm() {
      deathRate = 0
      stop()
    },
    isDelivered: async () =>
      (await alive(async ({ db, outbox }) => (await outbox.unsent()) === 0 && (await db.count('carried')) === 0)) === true
  }
  return phone
}

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('not deleted'))
  })

/** A database that was rolled back: its newest entries are gone, and its head is the one before them. */
async function forgetNewest(name: string, count: number): Promise<void> {
  const db = await openGateDatabase(name)
  const entries = (await db.getAll('entries')).slice(-count)
  for (const { number } of entries) await db.delete('entries', number)
  const [first] = entries
  if (first !== undefined) await db.put('head', { number: first.number - 1, hash: first.previousHash }, 'head')
  db.close()
}
