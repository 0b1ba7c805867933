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
  const [oldest] = await outbox.from(1, 1)
  const tried = new Set<number>()
  for (;;) {
    const entries = await outbox.from(from, BATCH)
    // One that asks in circles has to wait for the next delivery.
    if (entries.length === 0 || tried.has(from)) return { sent, failure: null }
    tried.add(from)
    const answer = await upload(entries, await outbox.unsent())
    if (!answer.ok) return { sent, failure: answer.failure }
    sent += entries.length
    const { heldUpTo, next } = read(answer.value, oldest?.number ?? 1, entries.at(-1)?.number ?? 0)
    await outbox.acknowledge(heldUpTo)
    onAcknowledged(heldUpTo)
    from = next
  }
}

/**
 * What is safe and where to go on. A service that was restored from a backup also misses numbers that were acknowledged
 * long ago and are no longer on the phone: nothing can bring them back, and they must not hold up the rest.
 */
function read({ contiguous, missing }: UploadAnswer, oldest: number, last: number): { heldUpTo: number; next: number } {
  const wanted = missing.find(([, end]) => end >= oldest)
  if (wanted !== undefined) return { heldUpTo: contiguous, next: Math.max(wanted[0], oldest) }
  const heldUpTo = missing.length === 0 ? contiguous : Math.max(contiguous, last)
  return { heldUpTo, next: heldUpTo + 1 }
}
