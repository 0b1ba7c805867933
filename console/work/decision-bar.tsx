import { useEffect, useState } from 'preact/hooks'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { formatCountdown, formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { claimLeftMs, type ClaimState, claimState } from './claim.ts'
import { serviceNow } from './service-clock.ts'
import { StaleNotice, useStale } from './stale-notice.tsx'

export type Decision = 'approve' | 'ask' | 'reject'

type Props = {
  detail: ApplicationDetail
  busy: boolean
  failure: Failure | null
  onClaim: () => void
  onRelease: () => void
  onDecide: (decision: Decision) => void
  /** The application is not as it is shown: a claim ended, or somebody was faster. */
  onStale: () => void
}

/** Who has it and for how long; and what may be done, only to whom may do it. */
export function DecisionBar({ detail, busy, failure, onClaim, onRelease, onDecide, onStale }: Props) {
  const now = useSecond()
  const state = claimState(detail, now)
  const isMine = state === 'mine' || state === 'ending'
  const shown = useStale(failure, onStale)
  useEffect(() => {
    if (state === 'over' && detail.claim?.isMine) onStale()
  }, [state])
  if (state === 'closed') return failure && <StaleNotice detail={detail} failure={failure} onClaim={onClaim} />
  return (
    <section class={`work-bar work-bar-${state}`} data-claim={state}>
      {shown && <FailureNotice failure={shown} />}
      <StaleNotice detail={detail} failure={failure} onClaim={onClaim} />
      <p class="work-bar-state numbers">
        <ClaimWords detail={detail} state={state} now={now} />
      </p>
      <div class="button-row">
        {(state === 'free' || state === 'over') && (
          <Button look="primary" busy={busy} onClick={onClaim} data-act="claim">
            {tw(state === 'free' ? 'claim.take' : 'claim.again')}
          </Button>
        )}
        {isMine && (
          <>
            <Button look="primary" onClick={() => onDecide('approve')} data-act="approve">
              {tw('act.approve')}
            </Button>
            <Button onClick={() => onDecide('ask')} data-act="ask">
              {tw('act.ask')}
            </Button>
            <Button look="danger" onClick={() => onDecide('reject')} data-act="reject">
              {tw('act.reject')}
            </Button>
            <Button look="quiet" busy={busy} onClick={onRelease} data-act="release">
              {tw('claim.release')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function ClaimWords({ detail: { claim }, state, now }: { detail: ApplicationDetail; state: ClaimState; now: number }) {
  const time = formatCountdown(claimLeftMs(claim?.until ?? 0, now) / 1000)
  switch (state) {
    case 'free':
      return <>{tw('claim.free')}</>
    case 'mine':
      return <>{tw('claim.mine', { time })}</>
    case 'ending':
      return (
        <>
          <span aria-hidden="true">◆</span> {tw('claim.ending', { time })}
        </>
      )
    case 'other':
      return <>{tw('claim.other', { name: claim?.by ?? '', time: formatTime(claim?.until ?? 0, 'time') })}</>
    default:
      return <>{tw('claim.over')}</>
  }
}

/** The service's time, second by second. */
function useSecond(): number {
  const [now, setNow] = useState(serviceNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
