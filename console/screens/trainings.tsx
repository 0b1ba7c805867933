import { useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatCountdown, formatTime } from '../../ui/i18n/format.ts'
import { ts } from '../../ui/i18n/shifts.ts'
import { listTrainings, trainingSheetAddress } from '../api/shift-endpoints.ts'
import { ShiftTabs } from '../parts/shifts/shift-tabs.tsx'
import { SiteChoice } from '../parts/shifts/site-choice.tsx'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { usePages } from '../state/use-pages.ts'

const HEADS = ['who', 'score', 'wrong', 'device', 'when'] as const

export function TrainingsScreen() {
  const [site, setSite] = useState('')
  const list = usePages(site, cursor => listTrainings({ site, cursor }))
  return (
    <>
      <header class="page-head">
        <h1>{ts('shifts.title')}</h1>
        <ShiftTabs at="trainings" />
      </header>
      <div class="filters">
        <SiteChoice value={site} onValue={setSite} any />
        {site === '' ? (
          <p class="soft">{ts('trainings.sheetSite')}</p>
        ) : (
          <ButtonLink href={trainingSheetAddress(site)} target="_blank" rel="noopener" data-training-sheet>
            {ts('trainings.sheet')}
          </ButtonLink>
        )}
      </div>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items?.length === 0 && (
        <Empty title={ts('trainings.empty')}>
          <p>{ts('trainings.emptyHelp')}</p>
        </Empty>
      )}
      {list.items !== null && list.items.length > 0 && (
        <Table caption={ts('shifts.tab.trainings')} heads={HEADS.map(head => ts(`trainings.${head}`))}>
          {list.items.map(item => (
            <tr key={`${item.device} ${item.id}`}>
              <Cell label={ts('trainings.who')} main>
                <strong>{item.name}</strong>
              </Cell>
              <Cell label={ts('trainings.score')}>
                <strong class="numbers">
                  {item.score} / {item.total}
                </strong>{' '}
                <span class="soft small numbers">{formatCountdown(item.durationMs / 1000)}</span>
              </Cell>
              <Cell label={ts('trainings.wrong')}>
                {item.answers
                  .filter(({ isRight }) => !isRight)
                  .map(answer => answer.case)
                  .join(', ')}
              </Cell>
              <Cell label={ts('trainings.device')}>
                {item.deviceName} <span class="soft small">{siteName(item.site)}</span>
              </Cell>
              <Cell label={ts('trainings.when')}>{formatTime(item.at, 'shortDateTime')}</Cell>
            </tr>
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
