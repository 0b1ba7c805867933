import { useState } from 'preact/hooks'
import type { RoundDetail, WorkerList } from '../../shared/schema/survey.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { formatNumber } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { CancelButton } from '../parts/settings-panel.tsx'
import { Cell, Table } from '../parts/table.tsx'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { listWorkers, moveDoors } from './endpoints.ts'
import { Progress } from './standing-mark.tsx'

/** One row a list: how far it is, what is due again, and to whom it can be handed on. */
export function ListTable({ round, onChange }: { round: RoundDetail; onChange: () => void }) {
  const [moving, setMoving] = useState<WorkerList | null>(null)
  const [moved, setMoved] = useState<number | null>(null)
  const heads = ['survey.worker', 'survey.progress', 'standing.open', 'survey.due', 'survey.attempts'] as const
  return (
    <>
      {moved !== null && <Notice>{tv('survey.moved', { count: moved })}</Notice>}
      <Table caption={tv('survey.lists')} heads={[...heads.map(head => tv(head)), '']}>
        {round.lists.map(list => (
          <tr key={list.worker ?? ''}>
            <Cell label={tv('survey.worker')} main>
              <a class="row-link" href={`#/surveys/${round.id}/doors/${list.worker ?? 'none'}`}>
                {list.name ?? tv('survey.nobody')}
              </a>
            </Cell>
            <Cell label={tv('survey.progress')}>
              <Progress tally={list.tally} />
            </Cell>
            <Cell label={tv('standing.open')}>{formatNumber(list.tally.open)}</Cell>
            <Cell label={tv('survey.due')}>{formatNumber(list.due)}</Cell>
            <Cell label={tv('survey.attempts')}>{formatNumber(list.attempts)}</Cell>
            <Cell label="">
              {round.state === 'open' && list.tally.open > 0 && (
                <Button onClick={() => setMoving(list)}>{tv('survey.handOn')}</Button>
              )}
            </Cell>
          </tr>
        ))}
      </Table>
      {moving !== null && (
        <HandOn
          round={round}
          list={moving}
          onClose={() => setMoving(null)}
          onDone={count => {
            setMoving(null)
            setMoved(count)
            onChange()
          }}
        />
      )}
    </>
  )
}

type HandOnProps = { round: RoundDetail; list: WorkerList; onDone: (moved: number) => void; onClose: () => void }

function HandOn({ round, list, onDone, onClose }: HandOnProps) {
  const workers = useAnswer('workers', listWorkers)
  const [to, setTo] = useState('')
  const { run, busy, failure } = useWrite(moveDoors(round.id), ({ moved }: { moved: number }) => onDone(moved))
  const options =
    workers.state.kind === 'ready'
      ? workers.state.value.filter(({ id, community }) => community === round.scope.community && id !== list.worker)
      : []
  return (
    <Dialog title={tv('survey.handOnTitle', { name: list.name ?? tv('survey.nobody') })} onClose={onClose}>
      {failure && <FailureNotice failure={failure} />}
      {workers.state.kind === 'failed' && <FailureNotice failure={workers.state.failure} />}
      <Select
        label={tv('survey.worker')}
        value={to}
        options={[{ value: '', label: tv('survey.nobody') }, ...options.map(({ id, name }) => ({ value: id, label: name }))]}
        onValue={setTo}
      />
      <div class="button-row">
        <Button look="primary" busy={busy} onClick={() => run({ from: list.worker, to: to === '' ? null : to })}>
          {tv('survey.handOn')}
        </Button>
        <CancelButton onClick={onClose} />
      </div>
    </Dialog>
  )
}
