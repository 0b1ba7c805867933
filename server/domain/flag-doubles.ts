import { DEFAULT_POLICY, policyAt } from '../../shared/gate/policy.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import type { NewStoredEntry, StoredEntry } from '../ports/log-storage.ts'
import type { Context } from './context.ts'
import { findDoubles } from './find-doubles.ts'
import { recentReachMs } from './recent-reach.ts'

/**
 * Looks, when entries arrive, whether their passes were at two gates that did not know of each other, and flags the later
 * passage. Entries that are here already are looked at again when they are sent again, so that a crash between storing
 * and flagging forgets nothing.
 */
export async function flagDoubles(ctx: Context, arrived: readonly NewStoredEntry[]): Promise<void> {
  const proved = arrived.filter(isProvedPassage)
  if (proved.length === 0) return
  const policies = (await ctx.storage.policies()).map(({ policy }) => policy)
  const inForce = policies.length === 0 ? [DEFAULT_POLICY] : policies
  for (const [site, own] of Map.groupBy(proved, entry => entry.site)) {
    const [households, others] = [own.filter(usesQuota), own.filter(entry => !usesQuota(entry))]
    const found = [
      // On both sides: the other passage may arrive first or last.
      ...(await passagesAround(ctx, site, households, recentReachMs(inForce))),
      ...(await passagesAround(ctx, site, others, Math.max(...inForce.map(({ repeatSeconds }) => repeatSeconds)) * 1000))
    ]
    const bySerial = Map.groupBy(found.filter(isProvedPassage), ({ serial }) => serial)
    const doubles = [...bySerial.values()].flatMap(passages =>
      findDoubles(passages, ({ gate, at }) => policyAt(inForce, gate, secondsOf(epochMs(at))))
    )
    const flaggedAt = ctx.env.now()
    const flags = doubles.map(({ entry, other, reason }) => ({
      device: entry.device,
      number: entry.number,
      reason,
      site,
      sequence: entry.sequence,
      otherDevice: other.device,
      otherNumber: other.number,
      otherGate: other.gate,
      otherAt: other.at,
      flaggedAt
    }))
    if (flags.length > 0) await ctx.storage.flagEntries(flags)
  }
}

const usesQuota = ({ kind, direction }: NewStoredEntry): boolean => kind === 'household' && direction === 'out'

async function passagesAround(
  ctx: Context,
  site: number,
  own: readonly NewStoredEntry[],
  aroundMs: number
): Promise<StoredEntry[]> {
  if (own.length === 0) return []
  const times = own.map(({ at }) => at)
  const serials = [...new Set(own.map(({ serial }) => serial ?? 0))]
  return ctx.storage.passages(site, serials, Math.min(...times) - aroundMs, Math.max(...times) + aroundMs)
}

/** A drill opens no gate, and what was not proved to be a pass is none. */
const isProvedPassage = ({ admitted, serial, kind, reasons }: NewStoredEntry | StoredEntry): boolean =>
  admitted && serial !== null && kind !== 'drill' && !reasons.includes('FORGED') && !reasons.includes('KEY')
