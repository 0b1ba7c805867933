import type { QueueItem } from '../../shared/schema/work-review.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { ClockMark } from './clock-mark.tsx'
import { FlagChips } from './flag-chips.tsx'

const HEADS = ['queue.clock', 'queue.who', 'queue.where', 'queue.employer', 'queue.flags', 'queue.state'] as const

export const QueueTable = ({ items }: { items: readonly QueueItem[] }) => (
  <Table caption={tw('work.title')} heads={HEADS.map(head => tw(head))}>
    {items.map(item => (
      <tr key={item.number} data-application={item.number} class={item.claim?.isMine === false ? 'row-off' : ''}>
        <Cell label={tw('queue.clock')}>
          <ClockMark item={item} />
          <span class="soft small late numbers">
            {tw('queue.submitted', { time: formatTime(item.submittedAt, 'shortDateTime') })}
          </span>
        </Cell>
        <Cell label={tw('queue.who')} main>
          <a class="row-link" href={`#/work/${item.number}`}>
            {item.name}
          </a>
          <span class="soft small late">
            {tw(`purpose.${item.purpose}`)}
            {item.declaredBy !== 'self' && <> · {tw(`declaredBy.${item.declaredBy}`)}</>}
          </span>
        </Cell>
        <Cell label={tw('queue.where')}>{siteName(item.site)}</Cell>
        <Cell label={tw('queue.employer')}>
          {item.employer === null ? <span class="soft">{tw('queue.alone')}</span> : item.employer.name}
        </Cell>
        <Cell label={tw('queue.flags')}>
          <FlagChips flags={item.flags} none={tw('queue.noFlags')} />
        </Cell>
        <Cell label={tw('queue.state')}>
          <StateOf item={item} />
        </Cell>
      </tr>
    ))}
  </Table>
)

/** A claim that is over is none any more: the service tells of no such. */
export const StateOf = ({ item }: { item: QueueItem }) => (
  <>
    <span class={`chip work-state-${item.state}`} data-state={item.state}>
      {tw(`state.${item.state}`)}
    </span>
    {item.claim !== null && (
      <span class="small late">
        {item.claim.isMine ? tw('queue.claimedByMe') : tw('queue.claimedBy', { name: item.claim.by })}
      </span>
    )}
  </>
)
