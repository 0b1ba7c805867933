import { useState } from 'preact/hooks'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { newIdempotencyKey, type Failure } from '../../ui/api/client.ts'
import { actOnApplication, listQueue } from '../api/work.ts'
import { go } from '../state/location.ts'
import { queueFilters, takeableQuery } from './queue-filters.ts'
import { learnServiceClock } from './service-clock.ts'
import { takeNext } from './take-next.ts'

/** Few: whoever is slower than so many colleagues reads again. */
const CANDIDATES = 10

/** Takes the oldest of the chosen filters and opens it; `open`: the number that the page shows, and where to put it if it is that again. */
export function useTakeNext(open?: { readonly number: string; readonly put: (detail: ApplicationDetail) => void }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isNone, setNone] = useState(false)
  const take = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    setNone(false)
    const taken = await takeNext(
      () => listQueue({ ...takeableQuery(queueFilters.value), limit: CANDIDATES }),
      number => actOnApplication(number)({ action: 'claim' }, newIdempotencyKey())
    )
    setBusy(false)
    if (taken.kind === 'failed') setFailure(taken.failure)
    if (taken.kind === 'none') setNone(true)
    if (taken.kind !== 'taken') return
    const { claim, number } = taken.detail
    if (claim !== null) learnServiceClock(claim.until, Date.now())
    if (number === open?.number)
      open.put(taken.detail) // answered meanwhile, and the oldest again
    else go(`/work/${number}`)
  }
  return { take, busy, failure, isNone }
}
