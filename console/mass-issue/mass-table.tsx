import { useState } from 'preact/hooks'
import type { MassAction, MassIssueView } from '../../shared/schema/mass-issue.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { tm } from '../../ui/i18n/mass-issue.ts'
import { tprint } from '../../ui/i18n/print.ts'
import { Cell, Table } from '../parts/table.tsx'
import { PrintDialog } from '../print/print-dialog.tsx'
import { siteName } from '../state/directory.ts'
import { useWrite } from '../state/use-write.ts'
import { actOnMassIssue } from './endpoints.ts'
import { excludedText } from './excluded-text.ts'

type Props = { issues: readonly MassIssueView[]; onChange: (issue: MassIssueView) => void }

export const MassTable = ({ issues, onChange }: Props) => (
  <Table
    caption={tm('mass.list')}
    heads={[tm('mass.kind'), tm('mass.state'), tm('mass.progress'), tm('mass.who'), tm('mass.actions')]}
  >
    {issues.map(issue => (
      <tr key={issue.id}>
        <Cell label={tm('mass.kind')} main>
          {tm(`massKind.${issue.filter.kind}`)}
          <span class="soft small late">
            {issue.filter.site === undefined ? tm('mass.anySite') : siteName(issue.filter.site)} {issue.filter.building}
          </span>
        </Cell>
        <Cell label={tm('mass.state')}>{tm(`massState.${issue.state}`)}</Cell>
        <Cell label={tm('mass.progress')}>
          <progress value={issue.issued} max={issue.total} aria-label={tm('mass.progress')} />
          <span class="numbers">
            {' '}
            {formatNumber(issue.issued)} / {formatNumber(issue.total)}
          </span>
          {issue.skipped.length > 0 && <span class="soft small late">{excludedText(issue.skipped)}</span>}
        </Cell>
        <Cell label={tm('mass.who')}>
          {issue.createdBy} / {issue.approvedBy ?? '—'}
          <span class="soft small late">{formatTime(issue.createdAt, 'dateTime')}</span>
        </Cell>
        <Cell label={tm('mass.actions')}>
          <Actions issue={issue} onChange={onChange} />
        </Cell>
      </tr>
    ))}
  </Table>
)

const ACTIONS: Readonly<Record<MassIssueView['state'], readonly MassAction['action'][]>> = {
  'awaiting-approval': ['approve', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  cancelled: [],
  done: []
}

function Actions({ issue, onChange }: { issue: MassIssueView; onChange: Props['onChange'] }) {
  const { run, busy, failure } = useWrite(actOnMassIssue(issue.id), onChange)
  const [last, setLast] = useState<MassAction['action'] | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const possible = ACTIONS[issue.state].filter(action => action !== 'approve' || issue.mayApprove)
  return (
    <span class="button-row">
      {possible.map(action => (
        <Button
          key={action}
          look={action === 'approve' ? 'primary' : 'plain'}
          busy={busy && last === action}
          onClick={() => {
            setLast(action)
            void run({ action })
          }}
        >
          {tm(`mass.${action}`)}
        </Button>
      ))}
      {(issue.state === 'done' || issue.state === 'cancelled') && issue.issued > 0 && (
        <Button onClick={() => setPrinting(true)}>{tprint('print.open')}</Button>
      )}
      {isPrinting && (
        <PrintDialog choice={{ massIssue: issue.id }} title={tprint('print.mass')} onClose={() => setPrinting(false)} />
      )}
      {failure && <FailureNotice failure={failure} />}
    </span>
  )
}
