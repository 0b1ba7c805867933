import type { PolicyView } from '../../shared/schema/policies.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { tc } from '../../ui/i18n/common.ts'
import { policyHistory } from '../api/policies.ts'
import { policyOf } from '../state/gate-rules.ts'
import { placeText } from '../state/place-text.ts'
import { usePages } from '../state/use-pages.ts'
import { Signed } from './policy-table.tsx'
import { RuleList } from './rule-list.tsx'

/** Everything that was ever signed, the newest first; its rules open on a click. */
export function PolicyHistory() {
  const pages = usePages<PolicyView>('policies', cursor => policyHistory({ cursor }))
  return (
    <section class="panel stack">
      <h2>{tp('policy.history')}</h2>
      {pages.failure && <FailureNotice failure={pages.failure} onRetry={pages.reload} />}
      <ul class="rows">
        {pages.items?.map(view => (
          <li key={view.id}>
            <details class="history-rules">
              <summary>
                {view.gates === null ? tp('policy.allGates') : placeText(view.gates)}
                <Signed policy={policyOf(view)} />
                <Ended view={view} />
              </summary>
              <RuleList policy={policyOf(view)} />
            </details>
          </li>
        ))}
      </ul>
      {pages.busy && <Loading />}
      {pages.next !== null && <Button onClick={pages.more}>{tc('action.more')}</Button>}
    </section>
  )
}

const Ended = ({ view: { endedAt, endedBy } }: { view: PolicyView }) =>
  endedAt === null ? null : (
    <p class="soft small">{tp('policy.ended', { name: endedBy ?? '', time: formatTime(endedAt, 'dateTime') })}</p>
  )
