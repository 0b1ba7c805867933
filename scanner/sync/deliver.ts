import type { UploadAnswer, WireEntry } from '../../shared/schema/gate.ts'
import type { Outbox } from '../log/outbox.ts'
import type { ApiAnswer, ApiFailure } from './gate-api.ts'

const BATCH = 500
/** Rounds of one delivery: what is missing is sent again at most so often before the next attempt. */
const MAX_ROUNDS = 200

export type Upload = (entries: WireEntry[], unsent: number) => Promise<ApiAnswer<UploadAnswer>>
export type Delivery = { readonly sent: number; readonly failure: ApiFailure | null }

/**
 * Sends what the service does not hold, from the first number that it misses, until it holds all. Only what it says that
 * it holds is acknowledged; an answer that was lost costs a repetition, never an entry.
 */
export async function deliver(outbox: Outbox, upload: Upload, onAcknowledged: (upTo: number) => void): Promise<Delivery> {
  let sent = 0
  let from = (await outbox.acknowledged()) + 1
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const entries = await outbox.from(from, BATCH)
    if (entries.length === 0) return { sent, failure: null }
    const answer = await upload(entries, await outbox.unsent())
    if (!answer.ok) return { sent, failure: answer.failure }
    sent += entries.length
    await outbox.acknowledge(answer.value.contiguous)
    onAcknowledged(answer.value.contiguous)
    const [firstMissing] = answer.value.missing
    const next = firstMissing === undefined ? answer.value.contiguous + 1 : firstMissing[0]
    // A server that was restored from a backup asks for old numbers again; one that asks in circles has to wait.
    if (next <= from && firstMissing === undefined) return { sent, failure: null }
    from = next
  }
  return { sent, failure: null }
}
