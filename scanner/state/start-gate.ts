import { signal } from '@preact/signals'
import { toHex } from '../../shared/bytes.ts'
import { sha256 } from '../check/web-crypto.ts'
import { signerOf } from '../check/sign-text.ts'
import { createEntryLog } from '../log/append-entry.ts'
import { checkLog } from '../log/check-log.ts'
import { openJournal } from '../log/copy/open-journal.ts'
import { createSecondCopy, type SecondCopy } from '../log/copy/second-copy.ts'
import { exclusivelyIn } from '../log/exclusively.ts'
import { type GateDatabase, openGateDatabase } from '../log/gate-database.ts'
import { leaveDevice } from '../log/leave.ts'
import { createOutbox, type Outbox } from '../log/outbox.ts'
import { createSealer } from '../log/seal-head.ts'
import { createWitness } from '../log/witness.ts'
import { createGateApi } from '../sync/gate-api.ts'
import { dutyNow } from './duty-now.ts'
import { PLATES_KEY } from '../vehicle/plates-key.ts'
import { carriedDelivery } from './carried.ts'
import { serverTimeOf } from './clock.ts'
import { addRecent, createGateData } from './gate-data.ts'
import { copyPlace, identity, lost, type Post, post, resetGateState, trust, unsent } from './gate-state.ts'
import { keepPost, keptPost } from './kept-post.ts'
import { recordOutbox } from './records.ts'
import { createScanner, passageOf, type Scanner, type Shown } from './scan.ts'
import { startSynchroniser, type Synchroniser } from './synchroniser.ts'

export type Phase = 'starting' | 'ready' | 'no-storage'
export const phase = signal<Phase>('starting')
export const scanner = signal<Scanner | null>(null)

const BASE = '/api/v1'
/** Own entries that are looked through for passages of the last two days. */
const OWN_RECENT = 5_000
export const api = createGateApi(BASE)

/** Appending, mending and tidying the log exclude each other. */
const oneAtATime = exclusivelyIn('checkpoint-gate-log')

let database: GateDatabase | null = null
let copy: SecondCopy | null = null
let synchroniser: Synchroniser | null = null
let stopDuty = (): void => {}
let stopKeeping: (() => void)[] = []
/** Not for the first page: a gate scans before it knows who serves. */
const loadDuty = () => import('./duty.ts')

/** Opens the log, looks whether anything was lost, and goes on as the phone that this is. */
export async function startGate(): Promise<void> {
  try {
    database = await openGateDatabase()
    void navigator.storage?.persist?.()
    copy = await openCopy()
    const witness = createWitness(localStorage)
    const check = await oneAtATime(() => checkLog({ db: openedDatabase(), copy, witness, sha256, nowMs: Date.now() }))
    if (check.restored + check.recopied + check.adopted > 0) console.info('the log was mended:', check)
    lost.value = check.lost
    const self = (await database.get('identity', 'self')) ?? null
    identity.value = self
    if (self !== null) await goOnDuty()
    phase.value = 'ready'
  } catch (error) {
    console.error(error)
    phase.value = 'no-storage'
  }
}

async function openCopy(): Promise<SecondCopy | null> {
  const opened = await openJournal()
  copyPlace.value = opened.place
  return opened.place === 'none' ? null : createSecondCopy(opened.journal)
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
  const held = createGateData(db, self)
  await held.load()
  await recallOwnPassages(outbox)
  unsent.value = await outbox.unsent()
  post.value = keptPost(localStorage, trust.value, self.site)
  loadDuty().then(({ watchDuty }) => {
    stopDuty = watchDuty()
  }, console.error)
  keepBetweenStarts(db).catch(console.error)
  const second = copy
  const log = createEntryLog({ db, device: self.device, sha256, witness, copy: second, exclusively: oneAtATime })
  const seal = createSealer(self.device, signerOf(self.privateKey), async made => second?.seal(made))
  const tidy = async (nowMs: number): Promise<void> => {
    await outbox.tidy(nowMs)
    const upTo = await outbox.acknowledged()
    witness.acknowledge(self.device, upTo) // also what the service worker delivered
    await oneAtATime(async () => second?.tidy(self.device, upTo))
  }
  const deliverCarried = carriedDelivery({ db, copy: second, api, exclusively: oneAtATime })
  const boot = toHex(crypto.getRandomValues(new Uint8Array(8)))
  synchroniser = startSynchroniser({
    api,
    held,
    outbox,
    witness,
    self,
    boot,
    tidy,
    deliverCarried,
    eventsUrl: `${BASE}/gate/events`
  })
  const { now: wantSync } = synchroniser
  scanner.value = createScanner({
    log,
    boot,
    onLogged: head => {
      wantSync()
      seal(head).catch(console.error) // the next entry is sealed with this one
    },
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    onShown: shown => openRosterBy(shown, self.site)
  })
}

/** What a restart without a network must not forget. */
async function keepBetweenStarts(db: GateDatabase): Promise<void> {
  const [{ keepRecent }, { keepResting }] = await Promise.all([
    import('./keep-recent.ts'),
    import('../temperature/keep-resting.ts')
  ])
  const clocks = { serverMs: () => serverTimeOf(Date.now()), monotonicMs: () => performance.now() }
  stopKeeping = [keepRecent(db), await keepResting(db, clocks)]
}

export function takePost(next: Post | null): void {
  post.value = next
  keepPost(localStorage, next)
}

export const syncNow = (): void => synchroniser?.now()

/** Gives the phone back. False while anything is undelivered: then it stays what it is. */
export async function leave(): Promise<boolean> {
  const { forgetDuty, tellDuty } = await loadDuty()
  await tellDuty({ kind: 'sign-out', at: dutyNow() })
  if ((await (await recordOutbox()).unsent()) > 0) return false
  if (!(await oneAtATime(() => leaveDevice(openedDatabase(), copy)))) return false
  synchroniser?.stop()
  scanner.value = null
  takePost(null)
  createWitness(localStorage).forget()
  stopDuty()
  for (const stop of stopKeeping) stop()
  forgetDuty()
  localStorage.removeItem(PLATES_KEY)
  await (await import('../roster/roster.ts')).dropRoster()
  resetGateState()
  return true
}

/** Without a network the roster opens for whoever holds a duty pass of the site. */
function openRosterBy({ text, decision }: Shown, site: number): void {
  if (text === null || !decision.genuine || decision.pass?.kind !== 'duty') return
  import('../roster/roster.ts').then(({ unlockRoster }) => unlockRoster(site, text)).catch(console.error)
}

async function recallOwnPassages(outbox: Outbox): Promise<void> {
  const own = await outbox.newest(OWN_RECENT)
  addRecent(own.flatMap(entry => (entry.admitted && entry.serial !== null ? [passageOf(entry, entry.serial)] : [])))
}
