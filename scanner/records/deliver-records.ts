import type { RecordAnswer } from '../../shared/schema/records.ts'
import type { ApiAnswer, ApiFailure } from '../sync/gate-api.ts'
import type { KeptRecord, RecordOutbox } from './record-outbox.ts'

export type SendRecord = (record: KeptRecord) => Promise<ApiAnswer<RecordAnswer>>
/** `refused`: records that the service will not take as they are; they stay on the phone. */
export type RecordDelivery = { readonly sent: number; readonly refused: number; readonly failure: ApiFailure | null }

const PAGE = 50
/** What another try cannot mend; everything else may pass. */
const UNFIT: readonly number[] = [400, 413, 415, 422]

/**
 * Sends record by record, each gone only when the service names it; a lost answer costs a repetition, never a record. One
 * that is refused stays and does not hold up the others.
 */
export async function deliverRecords(outbox: RecordOutbox, send: SendRecord): Promise<RecordDelivery> {
  let [sent, refused, place] = [0, 0, 0]
  for (;;) {
    const records = await outbox.after(place, PAGE)
    if (records.length === 0) return { sent, refused, failure: null }
    for (const { place: own, ...record } of records) {
      place = own
      const answer = await send(record as KeptRecord)
      if (answer.ok && answer.value.id === record.body.id) {
        await outbox.remove(own)
        sent++
      } else if (answer.ok || isUnfit(answer.failure)) refused++
      else return { sent, refused, failure: answer.failure }
    }
  }
}

const isUnfit = (failure: ApiFailure): boolean => failure.kind === 'refused' && UNFIT.includes(failure.status)
