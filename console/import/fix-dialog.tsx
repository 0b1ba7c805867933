import { useState } from 'preact/hooks'
import type { Finding, ImportView } from '../../shared/schema/imports.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { ti } from '../../ui/i18n/imports.ts'
import { useWrite } from '../state/use-write.ts'
import { fixRow } from './endpoints.ts'
import { faultText } from './fault-text.ts'

type Props = { view: ImportView; finding: Finding; onClose: () => void; onSaved: (cells: string[]) => void }

/** A row's cells that are taken in, each under what it is, with its fault below. */
export function FixDialog({ view, finding, onClose, onSaved }: Props) {
  const columns = view.mapping?.columns ?? []
  const [cells, setCells] = useState<string[]>(columns.map((_, index) => finding.cells[index] ?? ''))
  const { run, busy, failure } = useWrite(fixRow(view.id, finding.line), () => onSaved(cells))
  const faultOf = (index: number): string | undefined => {
    const fault = finding.faults.find(({ column }) => column === index)
    return fault === undefined ? undefined : faultText(fault)
  }
  return (
    <Dialog title={ti('import.fixTitle', { line: finding.line })} onClose={onClose} class="import-fix">
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          void run(cells)
        }}
      >
        {finding.faults
          .filter(({ column }) => column === null)
          .map(fault => (
            <p key={fault.reason} class="import-bad">
              {faultText(fault)}
            </p>
          ))}
        <div class="sheet-fields">
          {columns.map(
            (field, index) =>
              field !== null && (
                <Field
                  key={field}
                  label={ti(`field.${field}`)}
                  name={field}
                  error={faultOf(index)}
                  maxLength={1_000}
                  value={cells[index] ?? ''}
                  onValue={value => setCells(cells.with(index, value))}
                />
              )
          )}
        </div>
        {failure && <FailureNotice failure={failure} />}
        <div class="button-row">
          <Button look="primary" type="submit" busy={busy}>
            {ti('import.save')}
          </Button>
          <Button onClick={onClose}>{ti('import.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
