import type { EmployerItem } from '../../shared/schema/work-employer.ts'
import type { EmployerState } from '../../shared/work/employer-states.ts'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { Cell, Table } from '../parts/table.tsx'

const LOOKS: Readonly<Record<EmployerState, string>> = {
  draft: '',
  filed: 'chip-held',
  'site-check': 'chip-held',
  approved: 'chip-valid',
  returned: 'chip-superseded',
  suspended: 'chip-revoked'
}

export const EmployerChip = ({ state }: { state: EmployerState }) => (
  <span class={`chip ${LOOKS[state]}`} data-employer-state={state}>
    {tw(`employer.${state}`)}
  </span>
)

const HEADS = ['employers.name', 'employers.code', 'employers.state', 'employers.workers', 'employers.filed'] as const

export const EmployerTable = ({ employers }: { employers: readonly EmployerItem[] }) => (
  <Table caption={tw('employers.title')} heads={HEADS.map(head => tw(head))}>
    {employers.map(employer => (
      <tr key={employer.id} data-employer={employer.id}>
        <Cell label={tw('employers.name')} main>
          <a class="row-link" href={`#/work/employers/${employer.id}`}>
            {employer.name}
          </a>
        </Cell>
        <Cell label={tw('employers.code')}>
          <span class="code">{employer.creditCode}</span>
        </Cell>
        <Cell label={tw('employers.state')}>
          <EmployerChip state={employer.state} />
          {employer.maySign && <span class="small late">{tw('employers.sign')}</span>}
        </Cell>
        <Cell label={tw('employers.workers')}>
          <span class="numbers">{formatNumber(employer.workers)}</span>
        </Cell>
        <Cell label={tw('employers.filed')}>
          {employer.filedAt === null ? (
            <span class="soft">—</span>
          ) : (
            <span class="numbers">{formatTime(employer.filedAt, 'shortDateTime')}</span>
          )}
        </Cell>
      </tr>
    ))}
  </Table>
)
