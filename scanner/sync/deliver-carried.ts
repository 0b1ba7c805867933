import type { CarriedAnswer, CarriedBody } from '../../shared/schema/gate.ts'
import type { CarriedLog, GateDatabase } from '../log/gate-database.ts'
import { BATCH } from './deliver.ts'
import type { ApiAnswer, ApiFailure } from './gate-api.ts'

export type UploadCarried = (body: CarriedBody) => Promise<ApiAnswer<CarriedAnswer>>

/**
 * Brings other devices' entries to the service; `onHeld` when all of a log are there. One that the service refuses stays
 * on the phone, holds up neither the others nor the rest of the round, and is tried again in the next.
 */
export async function deliverCarried(
  db: GateDatabase,
  upload: UploadCarried,
  onHeld: (log: CarriedLog) => Promise<void>
): Promise<ApiFailure | null> {
  for (const log of await db.getAll('carried')) {
    const failed = await deliverOne(log, upload)
    if (failed === null) await onHeld(log)
    else if (isOurs(failed)) return failed
    else console.warn('a carried log was refused:', log.device, failed)
  }
  return null
}

/** No network, no right to deliver, or a service in trouble: the next log would fare no better. */
const isOurs = (failure: ApiFailure): boolean =>
  failure.kind === 'offline' || failure.status === 401 || failure.status === 429 || failure.status >= 500

/** The highest numbers first: the seal speaks for them, and each batch for the one before it. */
async function deliverOne({ device, entries, seal }: CarriedLog, upload: UploadCarried): Promise<ApiFailure | null> {
  const signed = seal === null ? null : { number: seal.number, hash: seal.hash, signature: seal.signature }
  for (let end = entries.length; end > 0; end -= BATCH) {
    const answer = await upload({ device, entries: entries.slice(Math.max(0, end - BATCH), end), seal: signed })
    if (!answer.ok) return answer.failure
  }
  return null
}
