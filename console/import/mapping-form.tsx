import { useState } from 'preact/hooks'
import { IMPORT_FIELDS, type ImportField } from '../../shared/register/import-fields.ts'
import type { ImportMapping, ImportPreview, ImportView } from '../../shared/schema/imports.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { ti } from '../../ui/i18n/imports.ts'
import { known, siteName } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { mapImport, previewImport } from './endpoints.ts'

type Props = { view: ImportView; onDone: (view: ImportView) => void }

/** What each column is, beside the first rows; understood by the headings and corrected here. */
export function MappingForm({ view, onDone }: Props) {
  const [sheet, setSheet] = useState<number | null>(null)
  const { state, reload } = useAnswer(`${view.id} ${sheet}`, () => previewImport(view.id, sheet))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  return <Mapping key={state.value.mapping.sheet} view={view} preview={state.value} onSheet={setSheet} onDone={onDone} />
}

function Mapping({ view, preview, onSheet, onDone }: Props & { preview: ImportPreview; onSheet: (sheet: number) => void }) {
  const [mapping, setMapping] = useState<ImportMapping>(preview.mapping)
  const { run, busy, failure } = useWrite(mapImport(view.id), onDone)
  const set = (change: Partial<ImportMapping>): void => setMapping({ ...mapping, ...change })
  /** A field is one column's: taking it here frees it there. */
  const setColumn = (index: number, field: ImportField | null): void =>
    set({
      columns: mapping.columns.map((now, place) => (place === index ? field : now === field && field !== null ? null : now))
    })
  const isSheetChoice = view.sheets.length > 1
  const sheets = view.sheets.map(({ name, rows }, index) => ({ value: String(index), label: `${name} (${rows})` }))
  return (
    <form
      class="panel stack"
      onSubmit={event => {
        event.preventDefault()
        void run(mapping)
      }}
    >
      {isSheetChoice && (
        <Select
          label={ti('import.sheet')}
          value={String(mapping.sheet)}
          options={sheets}
          onValue={value => onSheet(Number(value))}
        />
      )}
      <h2>{ti('import.columns')}</h2>
      <p class="soft small">{ti('import.columnsHelp')}</p>
      <Columns preview={preview} mapping={mapping} onColumn={setColumn} />
      <Settings mapping={mapping} community={view.community} set={set} />
      <label class="import-check">
        <input
          type="checkbox"
          checked={mapping.repeatAbove}
          onChange={event => set({ repeatAbove: event.currentTarget.checked })}
        />
        {ti('import.repeat')}
      </label>
      {failure && <FailureNotice failure={failure} />}
      <div>
        <Button look="primary" type="submit" busy={busy} data-map>
          {ti('import.check')}
        </Button>
      </div>
    </form>
  )
}

const SHOWN_ROWS = 8

function Columns({
  preview,
  mapping,
  onColumn
}: {
  preview: ImportPreview
  mapping: ImportMapping
  onColumn: (index: number, field: ImportField | null) => void
}) {
  const heading = preview.rows.find(({ line }) => line === mapping.headingLine)
  const rows = preview.rows.filter(({ line }) => line > mapping.headingLine).slice(0, SHOWN_ROWS)
  return (
    <div class="import-frame">
      <table class="import-columns">
        <thead>
          <tr>
            <th scope="col">{ti('import.line')}</th>
            {mapping.columns.map((field, index) => (
              <th key={index} scope="col">
                <span class="import-heading">{heading?.cells[index] ?? ''}</span>
                <select
                  class={`input ${field === null ? 'import-left-out' : ''}`}
                  aria-label={heading?.cells[index] ?? String(index + 1)}
                  data-column={index}
                  value={field ?? ''}
                  onChange={event => onColumn(index, (event.currentTarget.value || null) as ImportField | null)}
                >
                  <option value="">{ti('import.ignore')}</option>
                  {IMPORT_FIELDS.map(one => (
                    <option key={one} value={one}>
                      {ti(`field.${one}`)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row" class="numbers">
                {line}
              </th>
              {mapping.columns.map((_, index) => (
                <td key={index}>{cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SettingsProps = { mapping: ImportMapping; community: string | null; set: (change: Partial<ImportMapping>) => void }

function Settings({ mapping, community, set }: SettingsProps) {
  const sites = (known()?.sites ?? []).filter(site => community === null || site.community === community)
  const options = [
    { value: '', label: ti('import.noSite') },
    ...sites.map(({ number }) => ({ value: String(number), label: siteName(number) }))
  ]
  return (
    <div class="sheet-fields">
      <Select
        label={ti('import.site')}
        value={String(mapping.site ?? '')}
        options={options}
        onValue={value => set({ site: value === '' ? null : Number(value) })}
      />
      <Field
        label={ti('import.heading')}
        exact
        inputMode="numeric"
        maxLength={6}
        value={String(mapping.headingLine)}
        onValue={value => set({ headingLine: Number(value.replace(/\D/g, '')) })}
      />
      <Field
        label={ti('import.asOf')}
        type="datetime-local"
        value={localTime(mapping.asOf)}
        onValue={value => value !== '' && set({ asOf: Date.parse(value) })}
      />
    </div>
  )
}

/** As a browser's field for day and time wants it. */
function localTime(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
