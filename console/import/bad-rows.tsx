import { useEffect, useState } from 'preact/hooks'
import type { Failure } from '../../ui/api/client.ts'
import type { Finding, ImportView } from '../../shared/schema/imports.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { formatNumber } from '../../ui/i18n/format.ts'
import { ti } from '../../ui/i18n/imports.ts'
import { Cell, Table } from '../parts/table.tsx'
import { listFindings } from './endpoints.ts'
import { columnName, faultText } from './fault-text.ts'
import { FixDialog } from './fix-dialog.tsx'
import { csvBlob, saveFile } from './save-file.ts'

const ALL_AT_ONCE = 200

/** Rows that cannot be taken, page by page, each with why; they can be corrected here or taken away as a file. */
export function BadRows({ view, onFixed }: { view: ImportView; onFixed: () => void }) {
  const [items, setItems] = useState<Finding[]>([])
  const [next, setNext] = useState<number | null>(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [fixing, setFixing] = useState<Finding | null>(null)
  const [fixed, setFixed] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState(false)
  const more = async (): Promise<void> => {
    if (next === null) return
    const answer = await listFindings(view.id, 'bad', next)
    if (!answer.ok) return setFailure(answer.failure)
    setItems([...items, ...answer.value.items])
    setNext(answer.value.next)
  }
  useEffect(() => void more(), [])
  const download = async (): Promise<void> => {
    setBusy(true)
    const rows = await everyRow(view.id)
    setBusy(false)
    saveFile(csvBlob(rows), 'rows.csv')
  }
  return (
    <section class="stack" data-bad-rows>
      <h2 class="list-title">{ti('import.bad', { count: formatNumber(view.counts.bad) })}</h2>
      <p class="soft small">{ti('import.badHelp')}</p>
      <Table
        caption={ti('import.bad', { count: '' })}
        heads={[ti('import.line'), ti('import.column'), ti('import.value'), ti('import.reason'), ti('import.fix')]}
      >
        {items.map(item => (
          <tr key={item.line} data-line={item.line}>
            <Cell label={ti('import.line')} main>
              {item.line}
            </Cell>
            <Cell label={ti('import.column')}>
              {item.faults.map(({ column }) => (column === null ? '—' : columnName(column))).join(' ')}
            </Cell>
            <Cell label={ti('import.value')}>{item.faults.map(({ value }) => value).join(' · ')}</Cell>
            <Cell label={ti('import.reason')}>{item.faults.map(faultText).join('; ')}</Cell>
            <Cell label={ti('import.fix')}>
              <Button onClick={() => setFixing(item)}>
                {ti('import.fix')}
                {fixed.has(item.line) ? ' ●' : ''}
              </Button>
            </Cell>
          </tr>
        ))}
      </Table>
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        {next !== null && items.length > 0 && <Button onClick={() => void more()}>{ti('import.more')}</Button>}
        <Button look="quiet" busy={busy} onClick={() => void download()}>
          {ti('import.download')}
        </Button>
      </div>
      {fixing !== null && (
        <FixDialog
          view={view}
          finding={fixing}
          onClose={() => setFixing(null)}
          onSaved={cells => {
            setItems(items.map(item => (item.line === fixing.line ? { ...item, cells } : item)))
            setFixed(new Set([...fixed, fixing.line]))
            setFixing(null)
            onFixed()
          }}
        />
      )}
    </section>
  )
}

async function everyRow(id: string): Promise<string[][]> {
  const rows = [[ti('import.line'), ti('import.reason')]]
  for (let after: number | null = 0; after !== null; ) {
    const answer = await listFindings(id, 'bad', after, ALL_AT_ONCE)
    if (!answer.ok) return rows
    for (const { line, faults, cells } of answer.value.items)
      rows.push([String(line), faults.map(faultText).join('; '), ...cells])
    after = answer.value.next
  }
  return rows
}
