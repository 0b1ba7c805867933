import { isNeverAdmitted } from '../../shared/gate/override.ts'
import { joinDecisions } from '../../shared/gate/join-decisions.ts'
import type { Presented, RecentEntry } from '../../shared/gate/gate-input.ts'
import { isQuotaExempt } from '../../shared/gate/quota-exempt.ts'
import { type EntryMethod, isEmergency, type LogEntry, NO_DETAILS } from '../../shared/log/entry.ts'
import { decodePass } from '../../shared/pass/codec.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { type EpochMs, epochMs, secondsOf } from '../../shared/time.ts'
import type { Verification } from '../../shared/verify/verify.ts'
import { type Held, judge, type Judgement, type Place } from '../check/judge.ts'
import { createMute } from '../check/mute.ts'
import { provenMs } from '../check/proof-of-time.ts'
import { createTwiceSeen } from '../check/twice-seen.ts'
import { verifySignature } from '../check/web-crypto.ts'
import type { EntryLog, NewEntry } from '../log/append-entry.ts'
import { lookAtClock, sawSigned, serverTimeOf } from './clock.ts'
import { driverAwaitedAt, isPersons } from '../vehicle/awaited-driver.ts'
import { addRecent } from './gate-data.ts'
import type { Shown } from './shown.ts'
import { identity, offsetMs, operator, post, recent, status, trust, unsent } from './gate-state.ts'

export type { Shown } from './shown.ts'

/** What a volunteer writes down beside a code, or instead of one. */
export type Details = Partial<Pick<LogEntry, keyof typeof NO_DETAILS>>

/** Somebody or something that passes without a code. Serial and kind only where the roster names a pass. */
export type Passage = Details &
  Partial<Pick<LogEntry, 'serial' | 'kind'>> & {
    readonly method: EntryMethod
    readonly presented: Presented
    readonly stayMinutes?: number | null
    /** The pass that the roster names. */
    readonly roster?: PassContent | null
  }

type Parts = {
  readonly log: EntryLog
  readonly boot: string
  readonly onLogged: (entry: WireEntry) => void
  /** Device clock, and milliseconds since `boot` that nobody can set. */
  readonly now: () => number
  readonly monotonicMs: () => number
  readonly onShown?: (shown: Shown) => void
}

type ReadBy = 'camera' | 'file' | 'wedge'

export type Scanner = {
  /** A text from a reader; null: nothing is to be shown (muted, or a doubtful read). Rejects when it could not be logged. */
  take(text: string, method: ReadBy, details?: Details): Promise<Shown | null>
  /** A passage without a code. Null: no post was chosen. */
  record(passage: Passage): Promise<Shown | null>
  /** The same passage judged anew with what was learned since: a temperature, a driver. A second entry that follows the first. */
  goOn(shown: Shown, details: Details): Promise<Shown | null>
  /** The volunteer decided otherwise: a second entry says why, and which duty pass allowed it. Rejects for a drill. */
  override(shown: Shown, reason: string, by?: number | null): Promise<void>
  /** The volunteer has seen it: the code may still be before the camera. */
  dismiss(shown: Pick<Shown, 'text'>): void
}

/** What is to be judged and written down. */
type Task = {
  readonly text: string | null
  readonly method: EntryMethod
  readonly presented: Presented
  readonly stayMinutes?: number | null
  readonly roster?: PassContent | null
  readonly claim?: Partial<Pick<LogEntry, 'serial' | 'kind'>>
  readonly details: Details
  /** The entry that this one goes on from: its own passage is no earlier one. */
  readonly goesOnFrom?: WireEntry
  /** The code of the person at the wheel, judged beside the vehicle's. */
  readonly driverText?: string
}

export function createScanner({ log, boot, onLogged, now, monotonicMs, onShown }: Parts): Scanner {
  const seenTwice = createTwiceSeen()
  const muted = createMute()
  let busy = false

  const clock = (deviceMs: number) => ({
    deviceMs: epochMs(deviceMs),
    monotonicMs: Math.round(monotonicMs()),
    offsetMs: offsetMs.value
  })
  const append = async (entry: NewEntry): Promise<WireEntry> => {
    const wire = await log.append(entry)
    unsent.value++
    if (wire.admitted) addRecent([wire.serial, wire.driver].flatMap(serial => (serial === null ? [] : [passageOf(wire, serial)])))
    onLogged(wire)
    return wire
  }
  const perform = async (task: Task): Promise<Shown | null> => {
    const { text, method, presented, stayMinutes = null, roster = null, claim, details } = task
    const [bundle, self, place] = [trust.value, identity.value, post.value]
    if (bundle === null || self === null || place === null) return null
    const deviceMs = now()
    lookAtClock({ deviceMs, monotonicMs: monotonicMs() })
    const proven = text === null ? null : await provenMs(text, bundle, serverTimeOf(deviceMs), verifySignature)
    if (proven !== null) sawSigned(proven)
    const corrected = serverTimeOf(deviceMs)
    const where = { site: self.site, ...place }
    const held = { trust: bundle, status: status.value, recent: earlierThan(task.goesOnFrom) }
    const { temperature = null, purpose = null, plate = null } = details
    const circumstances = { presented, stayMinutes, temperature, purpose, plate, roster }
    const { verification, decision: own } = await judge(text, held, where, corrected, circumstances)
    const driver = await judgeDriver(task, { ...held, recent: recent.value }, where, corrected)
    const decision = driver === null ? own : joinDecisions(own, driver.decision)
    const read = task.driverText ?? text
    if (read !== null && decision.headline === 'FORGED' && method === 'camera' && !seenTwice(read, deviceMs)) return null
    const entry = await append({
      ...claimOf(verification),
      ...claim,
      ...clock(deviceMs),
      ...where,
      ...NO_DETAILS,
      operator: operator.value,
      ...details,
      ...(driver?.verification.readable ? { driver: driver.verification.pass.serial } : {}),
      boot,
      method,
      verdict: decision.verdict,
      reasons: decision.findings.length === 0 ? ['OK'] : decision.findings.map(({ reason }) => reason),
      admitted: decision.verdict === 'PASS'
    })
    if (read !== null) muted.mute(read, now())
    const shown = { text, decision, entry }
    onShown?.(shown)
    return shown
  }
  /** One passage at a time: what comes meanwhile comes again, or is held in a hand. */
  const alone = async (work: () => Promise<Shown | null>): Promise<Shown | null> => {
    if (busy) return null
    busy = true
    try {
      return await work()
    } finally {
      busy = false
    }
  }

  const goOn = ({ text, entry, decision }: Shown, details: Details, driverText?: string): Promise<Shown | null> =>
    perform({
      text,
      method: entry.method,
      presented: text === null ? presentedBy(entry) : 'code',
      ...(text === null ? { claim: { serial: entry.serial, kind: entry.kind } } : {}),
      roster: entry.method === 'roster' ? decision.pass : null,
      details: { ...detailsOf(entry), ...details, follows: entry.number },
      goesOnFrom: entry,
      ...(driverText === undefined ? {} : { driverText })
    })
  const takeOne = async (text: string, method: ReadBy, details: Details): Promise<Shown | null> => {
    const awaited = driverAwaitedAt(now())
    if (awaited === null || !isPersonsCode(text)) return perform({ text, method, presented: 'code', details })
    return goOn(awaited.vehicle, { ...details, passengers: awaited.passengers }, text)
  }

  return {
    take: async (text, method, details = {}) =>
      method === 'camera' && muted.isMuted(text, now()) ? null : alone(() => takeOne(text, method, details)),
    record: ({ method, presented, stayMinutes = null, serial = null, kind = null, roster = null, ...details }) =>
      alone(() => perform({ text: null, method, presented, stayMinutes, roster, claim: { serial, kind }, details })),
    goOn: (shown, details) => alone(() => goOn(shown, details)),
    async override({ entry }, reason, by = null) {
      if (isNeverAdmitted(entry.reasons)) throw new Error('a drill lets nobody through')
      const { number: follows, previousHash: _previous, hash: _hash, ...before } = entry
      const again: Omit<LogEntry, 'number'> = {
        ...before,
        ...clock(now()),
        method: 'manual',
        follows,
        admitted: true,
        overrideReason: reason,
        overrideBy: by,
        operator: operator.value
      }
      await append(again)
    },
    dismiss: ({ text }) => text !== null && muted.mute(text, now())
  }
}

/** The driver's own verdict; a temperature of this passage is the driver's. Null: nobody showed a code. */
async function judgeDriver({ driverText, details }: Task, held: Held, where: Place, at: EpochMs): Promise<Judgement | null> {
  if (driverText === undefined) return null
  const { temperature = null, purpose = null } = details
  return judge(driverText, held, where, at, { presented: 'code', temperature, purpose })
}

/** What a code claims to be, before anything is proved. */
function isPersonsCode(text: string): boolean {
  const decoded = decodePass(text)
  return decoded.ok && isPersons(decoded.value.content.kind)
}

/** Passages that are not the one in hand. */
function earlierThan(entry: WireEntry | undefined): readonly RecentEntry[] {
  if (entry === undefined || entry.serial === null) return recent.value
  const own = passageOf(entry, entry.serial)
  return recent.value.filter(
    ({ serial, direction, at }) => serial !== own.serial || direction !== own.direction || Math.abs(at - own.at) >= 60
  )
}

const detailsOf = (entry: WireEntry): Details => {
  const names = Object.keys(NO_DETAILS) as (keyof typeof NO_DETAILS)[]
  return Object.fromEntries(names.map(name => [name, entry[name]]))
}

/** What an entry without a code was, from its own words. */
function presentedBy({ method, vehicleClass }: WireEntry): Presented {
  if (method === 'roster' || method === 'visitor') return method
  return vehicleClass !== null && isEmergency(vehicleClass) ? 'emergency' : 'vehicle'
}

/** What the code says of itself; proved only by the verdict. */
export const claimOf = (verification: Verification): Pick<LogEntry, 'keyId' | 'serial' | 'kind'> =>
  verification.readable
    ? { keyId: verification.keyId, serial: verification.pass.serial, kind: verification.pass.kind }
    : { keyId: null, serial: null, kind: null }

export const passageOf = ({ direction, deviceMs, offsetMs, purpose }: WireEntry, serial: number): RecentEntry => ({
  serial,
  direction,
  isExempt: isQuotaExempt(purpose),
  at: secondsOf(epochMs(deviceMs + (offsetMs ?? 0)))
})
