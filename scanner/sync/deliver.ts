import type { UploadAnswer, WireEntry } from '../../shared/schema/gate.ts'
import type { Outbox } from '../log/outbox.ts'
import type { ApiAnswer, ApiFailure } from './gate-api.ts'

/** The service takes no more at once. */
export const BATCH = 500

export type Upload = (entries: WireEntry[], unsent: number) => Promise<ApiAnswer<UploadAnswer>>
export type Delivery = { readonly sent: number; readonly failure: ApiFailure | null }

/**
 * Sends what the service does not hold, from the first number that it misses, until it holds all. Only what it says that
 * it holds is acknowledged; an answer that was lost costs a repetition, never an entry.
 */
export async function deliver(outbox: Outbox, upload: Upload, onAcknowledged: (upTo: number) => void): Promise<Delivery> {
  let sent = 0
  let from = (await outbox.acknowledged()) + 1
  const tried = new Set<number>()
  for (;;) {
    const entries = await outbox.from(from, BATCH)
    const last = entries.at(-1)?.number
    // One that asks in circles has to wait for the next delivery.
    if (last === undefined || tried.has(from)) return { sent, failure: null }
    tried.add(from)
    const answer = await upload(entries, await outbox.unsent())
    if (!answer.ok) return { sent, failure: answer.failure }
    sent += entries.length
    const wanted = await firstWanted(outbox, answer.value, last)
    const heldUpTo = wanted - 1
    await outbox.acknowledge(heldUpTo)
    onAcknowledged(heldUpTo)
    from = wanted
  }
}

/**
 * The lowest number that is on the phone and not with the service. What the service misses and the phone has not either
 * must not hold up the rest: the browser threw it away, or the service was restored from a backup after it was delivered.
 * Its answer speaks of every number up to `last`, which it has just been sent, unless it had too many gaps to name.
 */
async function firstWanted(outbox: Outbox, { contiguous, missing }: UploadAnswer, last: number): Promise<number> {
  for (const [first, end] of missing) {
    const [held] = await outbox.from(first, 1)
    if (held !== undefined && held.number <= end) return held.number
  }
  const spokenOf = missing.length < MAX_NAMED ? last : Math.max(contiguous, missing.at(-1)?.[1] ?? 0)
  return Math.min(spokenOf, last) + 1
}

/** The service names no more gaps than this in one answer. */
const MAX_NAMED = 50
