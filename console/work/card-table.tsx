import { useState } from 'preact/hooks'
import type { CardItem } from '../../shared/schema/work-review.ts'
import { Button } from '../../ui/components/button.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { StatusDialog } from '../parts/status-dialog.tsx'
import { Cell, Table } from '../parts/table.tsx'
import { degrees } from '../state/rule-text.ts'
import { type ReportState, reportState } from './report-state.ts'

const HEADS = ['cards.holder', 'cards.status', 'cards.today', 'cards.last', 'cards.validity', 'employers.actions'] as const
type Props = { cards: readonly CardItem[]; onChange: () => void }

export function CardTable({ cards, onChange }: Props) {
  const [lifting, setLifting] = useState<number | null>(null)
  const close = (): void => setLifting(null)
  return (
    <>
      <Table caption={tw('cards.title')} heads={HEADS.map(head => tw(head))}>
        {cards.map(card => (
          <CardRow key={card.serial} card={card} onLift={() => setLifting(card.serial)} />
        ))}
      </Table>
      {lifting !== null && (
        <StatusDialog
          serial={lifting}
          action="lift"
          onDone={() => {
            close()
            onChange()
          }}
          onClose={close}
          onStale={onChange}
        />
      )}
    </>
  )
}

const CardRow = ({ card, onLift }: { card: CardItem; onLift: () => void }) => (
  <tr data-card={card.serial} data-hold={card.hold ?? ''}>
    <Cell label={tw('cards.holder')} main>
      <a class="row-link" href={`#/work/${card.number}`}>
        {card.name}
      </a>
      <a class="soft small late code" href={`#/passes/${card.serial}`}>
        {card.serial}
      </a>
    </Cell>
    <Cell label={tw('cards.status')}>
      <span class={`chip chip-${card.status}`}>{tw(`status.${card.status}`)}</span>
      {card.hold !== null && <span class="small late">{tw(`hold.${card.hold}`)}</span>}
    </Cell>
    <Cell label={tw('cards.today')}>
      <Today card={card} />
    </Cell>
    <Cell label={tw('cards.last')}>
      {card.lastReportOn === null ? (
        <span class="soft">{tw('cards.never')}</span>
      ) : (
        <>
          <span class="numbers one-line">{card.lastReportOn}</span>
          {card.lastTemperature !== null && <span class="numbers one-line small late">{degrees(card.lastTemperature)} ℃</span>}
        </>
      )}
    </Cell>
    <Cell label={tw('cards.validity')}>
      <span class="numbers">{formatTime(card.end, 'dateTime')}</span>
    </Cell>
    <Cell label={tw('employers.actions')}>
      {card.status === 'held' && card.hold === 'report-missing' && <span class="soft small">{tw('cards.liftByReport')}</span>}
      {card.status === 'held' && card.hold !== 'report-missing' && (
        <Button class="one-line" onClick={onLift}>
          {tw('cards.lift')}
        </Button>
      )}
    </Cell>
  </tr>
)

const SHAPES: Readonly<Record<ReportState, string>> = { done: '●', 'not-yet': '○', missing: '❚❚', 'none-needed': '' }

function Today({ card }: { card: CardItem }) {
  if (card.status === 'revoked' || card.status === 'superseded') return <span class="soft">—</span>
  const state = reportState(card)
  const time = card.reportBy === null ? '' : formatTime(card.reportBy, 'shortDateTime')
  const words = {
    done: tw('cards.done'),
    'not-yet': tw('cards.notYet', { time }),
    missing: tw('cards.missing'),
    'none-needed': tw('cards.noReport')
  }
  return (
    <span class={`work-report work-report-${state}`}>
      <span aria-hidden="true">{SHAPES[state]}</span> {words[state]}
    </span>
  )
}
