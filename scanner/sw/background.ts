import { exclusivelyIn } from '../log/exclusively.ts'
import { openGateDatabase } from '../log/gate-database.ts'
import { DELIVERY_LOCK, deliverOwn } from '../sync/deliver-own.ts'
import { createGateApi } from '../sync/gate-api.ts'

/** Rejects where a later try may help: then the browser comes back by itself. */
export function deliverInBackground(): Promise<void> {
  return exclusivelyIn(DELIVERY_LOCK)(async () => {
    const db = await openGateDatabase()
    try {
      const failure = await deliverOwn(db, createGateApi('/api/v1'), () => Date.now())
      if (failure?.kind === 'offline' || (failure !== null && failure.status >= 500)) throw new Error('not delivered yet')
    } finally {
      db.close() // an open one would hold up the next version's
    }
  })
}
