import type { CarriedAnswer, CarriedBody } from '../../shared/schema/gate.ts'
import type { CarriedLog, GateDatabase } from '../log/gate-database.ts'
import { BATCH } from './deliver.ts'
import type { ApiAnswer, ApiFailure } from './gate-api.ts'

export type UploadCarried = (body: CarriedBody) => Promise<ApiAnswer<CarriedAnswer>>

/**
 * Brings other devices' entries to the service; `onHeld` when all of a log are there. One that the service refuses stays
 * on the phone and does not hold up the others.
 */
export async function deliverCarried(
  db: GateDatabase,
  upload: UploadCarried,
  onHeld: (log: CarriedLog) => Promise<void>
): Promise<ApiFailure | null> {
  let failure: ApiFailure | null = null
  for (const log of await db.getAll('carried')) {
    const failed = await deliverOne(log, upload)
    if (failed === null) await onHeld(log)
    else failure = failed
    if (failed?.kind === 'offline') return failed
  }
  return failure
}

/** The highest numbers first: the seal speaks for them, and each batch for the one before it. */
async function deliverOne({ device, entries, seal }: CarriedLog, upload: UploadCarried): Promise<ApiFailure | null> {
  const signed = seal === null ? null : { number: seal.number, hash: seal.hash, signature: seal.signature }
  for (let end = entries.length; end > 0; end -= BATCH) {
    const answer = await upload({ device, entries: entries.slice(Math.max(0, end - BATCH), end), seal: signed })
    if (!answer.ok) return answer.failure
  }
  return null
}
