import type { PassSummary } from '../../shared/schema/passes.ts'
import { t } from '../../ui/i18n/console.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { siteName } from '../state/directory.ts'
import { titleOf } from '../state/pass-title.ts'
import { StateChip } from './state-chip.tsx'
import { Cell, Table } from './table.tsx'

const HEADS = ['passes.holder', 'passes.kind', 'passes.site', 'passes.validity', 'passes.status', 'passes.number'] as const

export const PassTable = ({ passes }: { passes: readonly PassSummary[] }) => (
  <Table caption={t('passes.title')} heads={HEADS.map(head => t(head))}>
    {passes.map(pass => (
      <tr key={pass.serial}>
        <Cell label={t('passes.holder')} main>
          <a class="row-link" href={`#/passes/${pass.serial}`}>
            {titleOf(pass)}
          </a>
          {pass.kind === 'vehicle' && pass.name !== null && <span class="soft small"> {pass.name}</span>}
          {pass.documentTail !== null && <span class="soft small code"> ···{pass.documentTail}</span>}
        </Cell>
        <Cell label={t('passes.kind')}>{t(`kind.${pass.kind}`)}</Cell>
        <Cell label={t('passes.site')}>{siteName(pass.site)}</Cell>
        <Cell label={t('passes.validity')}>
          <span class="numbers one-line">{formatTime(pass.start * 1000, 'dateTime')} –</span>{' '}
          <span class="numbers one-line">{formatTime(pass.end * 1000, 'dateTime')}</span>
        </Cell>
        <Cell label={t('passes.status')}>
          <StateChip pass={pass} />
        </Cell>
        <Cell label={t('passes.number')}>
          <span class="code one-line">{pass.serial}</span>
        </Cell>
      </tr>
    ))}
  </Table>
)
