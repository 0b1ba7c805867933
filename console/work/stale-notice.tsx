import { useEffect } from 'preact/hooks'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { claimState } from './claim.ts'
import { serviceNow } from './service-clock.ts'

const isStale = (failure: Failure | null): failure is Failure =>
  failure !== null && (failure.code === 'claimed' || failure.code === 'work-state')

/** Tells the page once that the application has moved on, and gives back what the form is to show of the failure itself. */
export function useStale(failure: Failure | null, onStale: (failure: Failure) => void): Failure | null {
  useEffect(() => {
    if (isStale(failure)) onStale(failure)
  }, [failure])
  return isStale(failure) ? null : failure
}

type Props = { detail: ApplicationDetail; failure: Failure | null; onClaim: () => void }

/** Why the decision did not count, from the application as it stands now: who has it, or what became of it. */
export function StaleNotice({ detail, failure, onClaim }: Props) {
  if (!isStale(failure)) return null
  const state = claimState(detail, serviceNow())
  if (state === 'other') return <Notice tone="error">{tw('claim.faster', { name: detail.claim?.by ?? '' })}</Notice>
  if (state === 'closed') return <Notice tone="error">{tw('claim.moved', { state: tw(`state.${detail.state}`) })}</Notice>
  if (state === 'mine' || state === 'ending') return null
  return (
    <Notice tone="warn">
      <p>{tw('claim.over')}</p>
      <Button onClick={onClaim}>{tw('claim.again')}</Button>
    </Notice>
  )
}
