import type { QueueItem } from '../../shared/schema/work-review.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { ClockMark } from './clock-mark.tsx'

type Props = {
  items: readonly QueueItem[]
  isChosen: (number: string) => boolean
  onToggle: (number: string) => void
}

export const BulkTable = ({ items, isChosen, onToggle }: Props) => (
  <Table caption={tw('work.tab.bulk')} heads={[tw('queue.who'), tw('queue.clock'), tw('queue.where'), tw('queue.employer')]}>
    {items.map(item => (
      <tr key={item.number} class={isChosen(item.number) ? '' : 'row-off'}>
        <Cell label={tw('queue.who')} main>
          <label class="work-pick">
            <input type="checkbox" checked={isChosen(item.number)} onChange={() => onToggle(item.number)} />
            <span>{item.name}</span>
          </label>
          <span class="soft small work-pick-more">
            {tw(`purpose.${item.purpose}`)}
            {item.declaredBy !== 'self' && <> · {tw(`declaredBy.${item.declaredBy}`)}</>}
          </span>
        </Cell>
        <Cell label={tw('queue.clock')}>
          <ClockMark item={item} />
        </Cell>
        <Cell label={tw('queue.where')}>{siteName(item.site)}</Cell>
        <Cell label={tw('queue.employer')}>
          {item.employer === null ? <span class="soft">{tw('queue.alone')}</span> : item.employer.name}
        </Cell>
      </tr>
    ))}
  </Table>
)
