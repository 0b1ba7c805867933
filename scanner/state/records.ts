import { signal } from '@preact/signals'
import type { KeptRecord, RecordOutbox } from '../records/record-outbox.ts'
import type { ApiFailure, GateApi } from '../sync/gate-api.ts'

/** Records on this phone that the service has not named. */
export const unsentRecords = signal(0)

let opening: Promise<RecordOutbox> | null = null

/** Opened when it is first needed; a failed try is tried again. */
export function recordOutbox(): Promise<RecordOutbox> {
  opening ??= openOutbox().catch(error => {
    opening = null
    throw error
  })
  return opening
}

/** Loaded with their first use: the first page stays small. */
const openOutbox = async (): Promise<RecordOutbox> => (await import('../records/record-outbox.ts')).openRecordOutbox()

/** On the disk when it resolves; it goes with the next round. */
export async function keepRecord(record: KeptRecord): Promise<void> {
  const outbox = await recordOutbox()
  await outbox.add(record)
  unsentRecords.value = await outbox.unsent()
}

/** One go at everything that is kept. A database that fails must not keep the log from being delivered. */
export async function deliverKeptRecords(api: Pick<GateApi, 'record'>, token: string): Promise<ApiFailure | null> {
  try {
    const [outbox, { deliverRecords }] = await Promise.all([recordOutbox(), import('../records/deliver-records.ts')])
    const { failure } = await deliverRecords(outbox, record => api.record(token, record))
    unsentRecords.value = await outbox.unsent()
    return failure
  } catch (error) {
    console.error(error)
    return null
  }
}

export const newRecordId = (): string => crypto.randomUUID()
