import type { Exclusively } from '../log/append-entry.ts'
import type { SecondCopy } from '../log/copy/second-copy.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import type { ApiFailure, GateApi } from '../sync/gate-api.ts'
import { carried } from './gate-state.ts'

type Parts = {
  readonly db: GateDatabase
  readonly copy: SecondCopy | null
  readonly api: Pick<GateApi, 'uploadCarried'>
  readonly exclusively: Exclusively
}

/** One go at everything that is carried for other devices; its code is loaded when there is something. */
export function carriedDelivery({ db, copy, api, exclusively }: Parts): (token: string) => Promise<ApiFailure | null> {
  return async token => {
    if ((await db.count('carried')) === 0) return null
    const [{ deliverCarried }, { forgetCarried }, { carriedCount }] = await Promise.all([
      import('../sync/deliver-carried.ts'),
      import('../log/forget-carried.ts'),
      import('../carry/carried-count.ts')
    ])
    const failure = await deliverCarried(
      db,
      body => api.uploadCarried(token, body),
      log => exclusively(() => forgetCarried(db, copy, log))
    )
    carried.value = await carriedCount(db)
    return failure
  }
}
