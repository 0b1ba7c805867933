import type { Decision } from '../../shared/gate/decide.ts'
import { NO_DETAILS, type LogEntry } from '../../shared/log/entry.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import type { Verification } from '../../shared/verify/verify.ts'
import { correctTime } from '../check/corrected-time.ts'
import { judge } from '../check/judge.ts'
import { createMute } from '../check/mute.ts'
import { createTwiceSeen } from '../check/twice-seen.ts'
import type { EntryLog, NewEntry } from '../log/append-entry.ts'
import { addRecent } from './gate-data.ts'
import { identity, offsetMs, post, recent, status, trust, unsent } from './gate-state.ts'

/** A verdict whose entry is on the disk. */
export type Shown = { readonly text: string; readonly decision: Decision; readonly entry: WireEntry }

type Parts = {
  readonly log: EntryLog
  readonly boot: string
  readonly onLogged: () => void
  /** Device clock, and milliseconds since `boot` that nobody can set. */
  readonly now: () => number
  readonly monotonicMs: () => number
}

export type Scanner = {
  /** A text from camera or file; null: nothing is to be shown (muted, or a doubtful read). Rejects when it could not be logged. */
  take(text: string, method: 'camera' | 'file'): Promise<Shown | null>
  /** The volunteer decided otherwise: a second entry says why. */
  override(shown: Shown, reason: string): Promise<void>
  /** The volunteer has seen it: the code may still be before the camera. */
  dismiss(shown: Shown): void
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
  const take = async (text: string, method: 'camera' | 'file'): Promise<Shown | null> => {
    const [bundle, self, place] = [trust.value, identity.value, post.value]
    if (bundle === null || self === null || place === null) return null
    const deviceMs = now()
    const corrected = correctTime(deviceMs, offsetMs.value, [bundle.issuedAt, status.value.asOf]).now
    const where = { site: self.site, ...place }
    const { verification, decision } = await judge(text, bundle, status.value, where, corrected, recent.value)
    if (decision.headline === 'FORGED' && method === 'camera' && !seenTwice(text, deviceMs)) return null
    const entry = await append({
      ...claimOf(verification),
      ...clock(deviceMs),
      ...where,
      boot,
      method,
      verdict: decision.verdict,
      reasons: decision.findings.length === 0 ? ['OK'] : decision.findings.map(({ reason }) => reason),
      admitted: decision.verdict === 'PASS',
      ...NO_DETAILS
    })
    muted.mute(text, now())
    return { text, decision, entry }
  }

  return {
    async take(text, method) {
      if (busy || (method === 'camera' && muted.isMuted(text, now()))) return null
      busy = true
      try {
        return await take(text, method)
      } finally {
        busy = false
      }
    },
    async override({ entry }, reason) {
      const { number: follows, previousHash: _previous, hash: _hash, ...before } = entry
      const again: Omit<LogEntry, 'number'> = {
        ...before,
        ...clock(now()),
        method: 'manual',
        follows,
        admitted: true,
        overrideReason: reason
      }
      await append(again)
    },
    dismiss: ({ text }) => muted.mute(text, now())
  }
}

/** What the code says of itself; proved only by the verdict. */
const claimOf = (verification: Verification): Pick<LogEntry, 'keyId' | 'serial' | 'kind'> =>
  verification.readable
    ? { keyId: verification.keyId, serial: verification.pass.serial, kind: verification.pass.kind }
    : { keyId: null, serial: null, kind: null }

export const passageOf = ({ direction, deviceMs, offsetMs }: WireEntry, serial: number) => ({
  serial,
  direction,
  at: secondsOf(epochMs(deviceMs + (offsetMs ?? 0)))
})
