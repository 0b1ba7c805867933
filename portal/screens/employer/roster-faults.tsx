import type { RosterRow } from '../../../shared/schema/work-employer.ts'
import type { RosterField, RowFault } from '../../employer/roster.ts'
import { es } from '../../employer/say.ts'

export type FaultyRow = {
  readonly line: number
  readonly row: RosterRow
  readonly field: RosterField | null
  readonly code: RowFault['code']
}

/** Longer lists tell nobody more. */
const SHOWN = 100

/** What is wrong, by the row and the column of the file. */
export const RosterFaults = ({ rows, title }: { rows: readonly FaultyRow[]; title?: string }) => (
  <div class="roster-faults" data-faults={rows.length}>
    {title !== undefined && <strong>{title}</strong>}
    <ul>
      {rows.slice(0, SHOWN).map(({ line, row, field, code }) => (
        <li key={`${line} ${field} ${code}`}>
          <strong class="numbers">{es('row', { row: line })}</strong>
          <span>
            {field !== null && `${es(`field.${field}`)} `}
            {field !== null && <q class="roster-value">{String(row[field] ?? '').slice(0, 40)}</q>} {es(`rowFault.${code}`)}
          </span>
        </li>
      ))}
      {rows.length > SHOWN && <li>…</li>}
    </ul>
  </div>
)
