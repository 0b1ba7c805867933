import type { Transaction } from 'kysely'
import type { PassStatus } from '../../shared/status/status-list.ts'
import type { PassEventRow } from '../ports/storage.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { toEventRows } from './pass-row.ts'
import { type Database, REALM } from './schema.ts'

/** Sets a status that was compared in this transaction, with its event; the other servers' lists are due anew. */
export async function setPassStatus(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  to: PassStatus,
  event: PassEventRow
): Promise<void> {
  await trx
    .updateTable('pass')
    .set({ status: to, status_at: event.at })
    .where('realm', '=', REALM)
    .where('serial', '=', event.serial)
    .execute()
  await insertMany(trx, 'pass_event', toEventRows([event], await takeNumbers(trx, 'pass_event', 1)))
  await takeNumbers(trx, 'status', 1)
}
