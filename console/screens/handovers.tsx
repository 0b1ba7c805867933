import { useState } from 'preact/hooks'
import type { HandoverView } from '../../shared/schema/records.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { say } from '../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { ts } from '../../ui/i18n/shifts.ts'
import { listHandovers } from '../api/shift-endpoints.ts'
import { ShiftTabs } from '../parts/shifts/shift-tabs.tsx'
import { SiteChoice } from '../parts/shifts/site-choice.tsx'
import { Cell, Table } from '../parts/table.tsx'
import { gateName, siteName } from '../state/directory.ts'
import { usePages } from '../state/use-pages.ts'

const HEADS = ['when', 'who', 'counts', 'open', 'note'] as const

export function HandoversScreen() {
  const [site, setSite] = useState('')
  const list = usePages(site, cursor => listHandovers({ site, cursor }))
  return (
    <>
      <header class="page-head">
        <h1>{ts('shifts.title')}</h1>
        <ShiftTabs at="handovers" />
      </header>
      <div class="filters">
        <SiteChoice value={site} onValue={setSite} any />
      </div>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items?.length === 0 && (
        <Empty title={ts('handovers.empty')}>
          <p>{ts('handovers.emptyHelp')}</p>
        </Empty>
      )}
      {list.items !== null && list.items.length > 0 && (
        <Table caption={ts('shifts.tab.handovers')} heads={HEADS.map(head => ts(`handovers.${head}`))}>
          {list.items.map(item => (
            <Row key={`${item.device} ${item.id}`} item={item} />
          ))}
        </Table>
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {ts('action.more')}
        </Button>
      )}
    </>
  )
}

const Row = ({ item }: { item: HandoverView }) => (
  <tr>
    <Cell label={ts('handovers.when')} main>
      <span class="numbers">{formatTime(item.at, 'shortDateTime')}</span>
      <br />
      <span class="soft small">
        {siteName(item.site)} · {gateName(item.gate)} · {item.deviceName}
      </span>
    </Cell>
    <Cell label={ts('handovers.who')}>
      {item.operatorName ?? ts('handovers.nobody')} → {item.nextName ?? ts('handovers.nobody')}
    </Cell>
    <Cell label={ts('handovers.counts')}>
      <span class="numbers">
        {ts('handovers.inOut', { in: item.counts.in, out: item.counts.out, overrides: item.counts.overrides })}
      </span>
      {item.counts.refused.map(({ reason, count }) => (
        <span key={reason} class="soft small late numbers">
          {count} × {say(REASON_SENTENCES[reason])}
        </span>
      ))}
      {item.unsent > 0 && <span class="chip chip-held">{ts('handovers.unsent', { count: item.unsent })}</span>}
    </Cell>
    <Cell label={ts('handovers.open')}>
      {item.open.length === 0 && ts('state.none')}
      {item.open.map(({ number, at, reason, serial, label }) => (
        <span key={number} class="late">
          <span class="numbers">{formatTime(at, 'time')}</span>{' '}
          {serial === null ? '' : <a href={`#/passes/${serial}`}>{label ?? serial}</a>}{' '}
          <span class="soft small">{say(REASON_SENTENCES[reason])}</span>
        </span>
      ))}
    </Cell>
    <Cell label={ts('handovers.note')}>
      <span class="shift-note">{item.note}</span>
    </Cell>
  </tr>
)
