import { checkQuota } from '../../shared/gate/checks/quota.ts'
import { checkRepeat } from '../../shared/gate/checks/repeat.ts'
import type { GateInput, RecentEntry } from '../../shared/gate/gate-input.ts'
import type { GatePolicy } from '../../shared/gate/policy.ts'
import { isQuotaExempt } from '../../shared/gate/quota-exempt.ts'
import { epochMs, epochSeconds, passMinute, secondsOf } from '../../shared/time.ts'
import { NO_CODE } from '../../shared/verify/verify.ts'
import type { FlagReason } from '../ports/flag-storage.ts'
import type { StoredEntry } from '../ports/log-storage.ts'

export type Double = { readonly entry: StoredEntry; readonly other: StoredEntry; readonly reason: FlagReason }
/** A pass that passes a hundred times in two days is seen a hundred times; comparing each with all others would be for nobody. */
const MAX_EARLIER = 100

type PolicyOf = (entry: StoredEntry) => GatePolicy

/**
 * Passages of one pass, by time, that would have been a repetition or one exit too many, had their gate known of the
 * others. By the gate's own rules; what a gate alone could see is its verdict's business and no double.
 */
export function findDoubles(passages: readonly StoredEntry[], policyOf: PolicyOf): Double[] {
  return passages.flatMap((entry, index) => {
    const earlier = passages.slice(Math.max(0, index - MAX_EARLIER), index)
    const elsewhere = earlier.filter(({ device, direction }) => device !== entry.device && direction === entry.direction)
    if (elsewhere.length === 0) return []
    const reason = reasonOf(entry, earlier, elsewhere, policyOf(entry))
    const other = elsewhere.at(-1)
    return reason === null || other === undefined ? [] : [{ entry, other, reason }]
  })
}

function reasonOf(
  entry: StoredEntry,
  earlier: readonly StoredEntry[],
  elsewhere: readonly StoredEntry[],
  policy: GatePolicy
): FlagReason | null {
  if (checkRepeat(inputOf(entry, elsewhere, policy)) !== null) return entry.reasons.includes('REPEAT') ? null : 'repeat'
  const here = earlier.filter(({ device }) => device === entry.device)
  const isOver = checkQuota(inputOf(entry, earlier, policy)) !== null
  const wasOverHere = checkQuota(inputOf(entry, here, policy)) !== null
  return isOver && !wasOverHere && !entry.reasons.includes('QUOTA') ? 'quota' : null
}

/** Only what the two checks look at is real. */
const inputOf = (entry: StoredEntry, recent: readonly StoredEntry[], policy: GatePolicy): GateInput => ({
  verification: NO_CODE,
  pass: {
    kind: entry.kind ?? 'person',
    serial: entry.serial ?? 0,
    site: entry.site,
    start: passMinute(0),
    hours: 1,
    documentTail: null,
    label: ''
  },
  context: {
    at: secondsOf(epochMs(entry.at)),
    presented: 'code',
    site: entry.site,
    direction: entry.direction,
    recent: recent.map(recentOf),
    temperature: null,
    statusAsOf: epochSeconds(0),
    purpose: entry.purpose
  },
  policy
})

const recentOf = ({ serial, direction, at, purpose }: StoredEntry): RecentEntry => ({
  serial: serial ?? 0,
  direction,
  at: secondsOf(epochMs(at)),
  isExempt: isQuotaExempt(purpose)
})
