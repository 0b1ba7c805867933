import type { Decision } from '../../shared/gate/decide.ts'
import type { Presented, RecentEntry } from '../../shared/gate/gate-input.ts'
import { isQuotaExempt } from '../../shared/gate/quota-exempt.ts'
import { type EntryMethod, isEmergency, type LogEntry, NO_DETAILS } from '../../shared/log/entry.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import type { Verification } from '../../shared/verify/verify.ts'
import { judge } from '../check/judge.ts'
import { createMute } from '../check/mute.ts'
import { provenMs } from '../check/proof-of-time.ts'
import { createTwiceSeen } from '../check/twice-seen.ts'
import { verifySignature } from '../check/web-crypto.ts'
import type { EntryLog, NewEntry } from '../log/append-entry.ts'
import { lookAtClock, sawSigned, serverTimeOf } from './clock.ts'
import { addRecent } from './gate-data.ts'
import { identity, offsetMs, operator, post, recent, status, trust, unsent } from './gate-state.ts'

/** A verdict whose entry is on the disk. `text`: the code, null when there was none. */
export type Shown = { readonly text: string | null; readonly decision: Decision; readonly entry: WireEntry }

/** What a volunteer writes down beside a code, or instead of one. */
export type Details = Partial<Pick<LogEntry, keyof typeof NO_DETAILS>>

/** Somebody or something that passes without a code. Serial and kind only where the roster names a pass. */
export type Passage = Details &
  Partial<Pick<LogEntry, 'serial' | 'kind'>> & {
    readonly method: EntryMethod
    readonly presented: Presented
    readonly stayMinutes?: number | null
  }

type Parts = {
  readonly log: EntryLog
  readonly boot: string
  readonly onLogged: () => void
  /** Device clock, and milliseconds since `boot` that nobody can set. */
  readonly now: () => number
  readonly monotonicMs: () => number
}

type ReadBy = 'camera' | 'file' | 'wedge'

export type Scanner = {
  /** A text from a reader; null: nothing is to be shown (muted, or a doubtful read). Rejects when it could not be logged. */
  take(text: string, method: ReadBy, details?: Details): Promise<Shown | null>
  /** A passage without a code. Null: no post was chosen. */
  record(passage: Passage): Promise<Shown | null>
  /** The same passage judged anew with what was learned since: a temperature, a driver. A second entry that follows the first. */
  goOn(shown: Shown, details: Details): Promise<Shown | null>
  /** The volunteer decided otherwise: a second entry says why, and which duty pass allowed it. */
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
  readonly claim?: Partial<Pick<LogEntry, 'serial' | 'kind'>>
  readonly details: Details
  /** The entry that this one goes on from: its own passage is no earlier one. */
  readonly goesOnFrom?: WireEntry
}

export function createScanner({ log, boot, onLogged, now, monotonicMs }: Parts): Scanner {
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
    if (wire.admitted && wire.serial !== null) addRecent([passageOf(wire, wire.serial)])
    onLogged()
    return wire
  }
  const perform = async (task: Task): Promise<Shown | null> => {
    const { text, method, presented, stayMinutes = null, claim, details } = task
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
    const circumstances = { presented, stayMinutes, temperature, purpose, plate }
    const { verification, decision } = await judge(text, held, where, corrected, circumstances)
    if (text !== null && decision.headline === 'FORGED' && method === 'camera' && !seenTwice(text, deviceMs)) return null
    const entry = await append({
      ...claimOf(verification),
      ...claim,
      ...clock(deviceMs),
      ...where,
      ...NO_DETAILS,
      operator: operator.value,
      ...details,
      boot,
      method,
      verdict: decision.verdict,
      reasons: decision.findings.length === 0 ? ['OK'] : decision.findings.map(({ reason }) => reason),
      admitted: decision.verdict === 'PASS'
    })
    if (text !== null) muted.mute(text, now())
    return { text, decision, entry }
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

  return {
    take: async (text, method, details = {}) =>
      method === 'camera' && muted.isMuted(text, now())
        ? null
        : alone(() => perform({ text, method, presented: 'code', details })),
    record: ({ method, presented, stayMinutes = null, serial = null, kind = null, ...details }) =>
      alone(() => perform({ text: null, method, presented, stayMinutes, claim: { serial, kind }, details })),
    goOn: ({ text, entry }, details) =>
      alone(() =>
        perform({
          text,
          method: entry.method,
          presented: text === null ? presentedBy(entry) : 'code',
          ...(text === null ? { claim: { serial: entry.serial, kind: entry.kind } } : {}),
          details: { ...detailsOf(entry), ...details, follows: entry.number },
          goesOnFrom: entry
        })
      ),
    async override({ entry }, reason, by = null) {
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
const claimOf = (verification: Verification): Pick<LogEntry, 'keyId' | 'serial' | 'kind'> =>
  verification.readable
    ? { keyId: verification.keyId, serial: verification.pass.serial, kind: verification.pass.kind }
    : { keyId: null, serial: null, kind: null }

export const passageOf = ({ direction, deviceMs, offsetMs, purpose }: WireEntry, serial: number): RecentEntry => ({
  serial,
  direction,
  isExempt: isQuotaExempt(purpose),
  at: secondsOf(epochMs(deviceMs + (offsetMs ?? 0)))
})
