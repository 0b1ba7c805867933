import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { EpochSeconds } from '../../shared/time.ts'

/** As long as a household's quota may ask back: the longest that a policy can have. */
export const RECENT_SECONDS = 7 * 24 * 3600

/**
 * Passages that are known with those that came, each once: the service tells a passage of this phone back, and may have
 * worked out its time anew; what another phone only said makes way. Older ones go.
 */
export function mergeRecent(
  known: readonly RecentEntry[],
  came: readonly RecentEntry[],
  now: EpochSeconds
): readonly RecentEntry[] {
  const byPassage = new Map<string, RecentEntry>()
  for (const entry of [...known, ...came]) {
    const passage = `${entry.serial} ${entry.direction} ${Math.floor(entry.at / 60)}`
    const held = byPassage.get(passage)
    const isNews = held === undefined || (held.isHearsay === true && entry.isHearsay !== true)
    if (entry.at >= now - RECENT_SECONDS && isNews) byPassage.set(passage, entry)
  }
  return [...byPassage.values()]
}
