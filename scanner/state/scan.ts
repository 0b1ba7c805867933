import type { Decision } from '../../shared/gate/decide.ts'
import type { LogEntry } from '../../shared/log/entry.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import { correctTime } from '../check/corrected-time.ts'
import { judge } from '../check/judge.ts'
import { createTwiceSeen } from '../check/twice-seen.ts'
import type { EntryLog, NewEntry } from '../log/append-entry.ts'
import { identity, offsetMs, post, recent, status, trust, unsent } from './gate-state.ts'

/** A verdict whose entry is on the disk. */
export type Shown = { readonly decision: Decision; readonly entry: WireEntry }

/** The same code in front of the camera is one passage. */
const MUTE_MS = 4_000

type Parts = { readonly log: EntryLog; readonly boot: string; readonly onLogged: () => void }

export type Scanner = {
  /** A text from camera or file; null: nothing is to be shown (muted, or a doubtful read). */
  take(text: string, method: 'camera' | 'file'): Promise<Shown | null>
  /** The volunteer decided otherwise: a second entry says why. */
  override(shown: Shown, reason: string): Promise<void>
}

export function createScanner({ log, boot, onLogged }: Parts): Scanner {
  const seenTwice = createTwiceSeen()
  let muted: { text: string; until: number } | null = null
  let busy = false

  const append = async (entry: NewEntry): Promise<WireEntry> => {
    const wire = await log.append(entry)
    unsent.value++
    if (wire.admitted && wire.serial !== null) {
      recent.value = [
        ...recent.value,
        { serial: wire.serial, direction: wire.direction, at: secondsOf(epochMs(wire.deviceMs + (wire.offsetMs ?? 0))) }
      ]
    }
    onLogged()
    return wire
  }
  const take = async (text: string, method: 'camera' | 'file'): Promise<Shown | null> => {
    const [bundle, self, place] = [trust.value, identity.value, post.value]
    if (bundle === null || self === null || place === null) return null
    const deviceMs = Date.now()
    const { now } = correctTime(deviceMs, offsetMs.value, [bundle.issuedAt, status.value.asOf])
    const { verification, decision } = await judge(text, bundle, status.value, { site: self.site, ...place }, now, recent.value)
    if (decision.headline === 'FORGED' && method === 'camera' && !seenTwice(text, deviceMs)) return null
    muted = { text, until: deviceMs + MUTE_MS }
    const claimed = verification.readable
      ? { keyId: verification.keyId, serial: verification.pass.serial, kind: verification.pass.kind }
      : { keyId: null, serial: null, kind: null }
    const entry = await append({
      ...claimed,
      ...clock(deviceMs),
      site: self.site,
      gate: place.gate,
      direction: place.direction,
      boot,
      method,
      verdict: decision.verdict,
      reasons: decision.findings.length === 0 ? ['OK'] : decision.findings.map(({ reason }) => reason),
      admitted: decision.verdict === 'PASS',
      overrideReason: null,
      temperature: null,
      plate: null
    })
    return { decision, entry }
  }

  return {
    async take(text, method) {
      const now = Date.now()
      if (busy || (method === 'camera' && muted?.text === text && now < muted.until)) {
        if (muted?.text === text) muted.until = now + MUTE_MS
        return null
      }
      busy = true
      try {
        return await take(text, method)
      } finally {
        busy = false
      }
    },
    async override({ entry }, reason) {
      const { number: _number, previousHash: _previous, hash: _hash, ...before } = entry
      const again: Omit<LogEntry, 'number'> = {
        ...before,
        ...clock(Date.now()),
        method: 'manual',
        admitted: true,
        overrideReason: reason
      }
      await append(again)
    }
  }
}

const clock = (deviceMs: number) => ({
  deviceMs: epochMs(deviceMs),
  monotonicMs: Math.round(performance.now()),
  offsetMs: offsetMs.value
})
