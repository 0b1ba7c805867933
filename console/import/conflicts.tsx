import { useEffect, useState } from 'preact/hooks'
import type { Finding, ImportView } from '../../shared/schema/imports.ts'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { formatNumber } from '../../ui/i18n/format.ts'
import { ti } from '../../ui/i18n/imports.ts'
import { Cell, Table } from '../parts/table.tsx'
import { chooseSide, listFindings } from './endpoints.ts'

/** Households that staff changed after the list was made: both sides, and whose is taken. */
export function Conflicts({ view }: { view: ImportView }) {
  const [items, setItems] = useState<Finding[]>([])
  const [next, setNext] = useState<number | null>(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const more = async (): Promise<void> => {
    if (next === null) return
    const answer = await listFindings(view.id, 'conflict', next)
    if (!answer.ok) return setFailure(answer.failure)
    setItems([...items, ...answer.value.items])
    setNext(answer.value.next)
  }
  useEffect(() => void more(), [])
  const choose = async ({ line }: Finding, take: 'file' | 'register'): Promise<void> => {
    const answer = await chooseSide(view.id, line, take)
    if (answer.ok) setItems(items.map(item => (item.line === line ? { ...item, accepted: take === 'file' } : item)))
    else setFailure(answer.failure)
  }
  return (
    <section class="stack">
      <h2 class="list-title">{ti('import.conflicts', { count: formatNumber(view.counts.conflicts) })}</h2>
      <p class="soft small">{ti('import.conflictsHelp')}</p>
      <Table
        caption={ti('import.conflicts', { count: '' })}
        heads={[ti('import.line'), ti('import.inRegister'), ti('import.inList'), ti('import.fix')]}
      >
        {items.map(item => (
          <tr key={item.line}>
            <Cell label={ti('import.line')} main>
              <a href={`#/register/${item.household}`}>{item.line}</a>
            </Cell>
            <Cell label={ti('import.inRegister')}>{item.changes.map(({ before }) => before ?? '—').join(' · ')}</Cell>
            <Cell label={ti('import.inList')}>{item.changes.map(({ after }) => after ?? '—').join(' · ')}</Cell>
            <Cell label={ti('import.fix')}>
              {view.state === 'checked' && (
                <Button
                  look={item.accepted ? 'primary' : 'plain'}
                  onClick={() => void choose(item, item.accepted ? 'register' : 'file')}
                >
                  {ti(item.accepted ? 'import.takeRegister' : 'import.takeFile')}
                </Button>
              )}
            </Cell>
          </tr>
        ))}
      </Table>
      {failure && <FailureNotice failure={failure} />}
      {next !== null && items.length > 0 && <Button onClick={() => void more()}>{ti('import.more')}</Button>}
    </section>
  )
}
