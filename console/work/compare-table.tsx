import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { Cell, Table } from '../parts/table.tsx'
import { type Comparison, compareWithRegister, type Likeness } from './compare.ts'

const SHAPES: Readonly<Record<Exclude<Likeness, 'plain'>, string>> = { same: '＝', differs: '≠', unknown: '？', note: '⚑' }

/** The declaration beside the register; what differs is told by shape, word and colour. */
export function CompareTable({ detail }: { detail: ApplicationDetail }) {
  const rows = compareWithRegister(detail)
  if (rows.length === 0) return <p class="soft">{tw('detail.gone')}</p>
  return (
    <Table caption={tw('detail.compare')} heads={[tw('detail.item'), tw('detail.declared'), tw('detail.register'), '']}>
      {rows.map(row => (
        <Row key={row.field} row={row} />
      ))}
    </Table>
  )
}

const Row = ({ row: { field, declared, register, likeness } }: { row: Comparison }) => (
  <tr class={`work-like-${likeness}`} data-compare={field} data-likeness={likeness}>
    <Cell label={tw('detail.item')} main>
      {tw(`compare.${field}`)}
    </Cell>
    <Cell label={tw('detail.declared')}>{declared}</Cell>
    <Cell label={tw('detail.register')}>{register}</Cell>
    <Cell label="">
      {likeness !== 'plain' && (
        <span class="work-likeness">
          <span aria-hidden="true">{SHAPES[likeness]}</span> {tw(`compare.${likeness}`)}
        </span>
      )}
    </Cell>
  </tr>
)
