import type { CertificateView } from '../../shared/schema/retention.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { tr } from '../../ui/i18n/retention.ts'
import { listCertificates } from '../api/retention.ts'
import { Cell, Table } from '../parts/table.tsx'
import { usePages } from '../state/use-pages.ts'

const HEADS = ['number', 'at', 'what', 'proof'] as const

export function CertificateTable() {
  const list = usePages('', cursor => listCertificates({ cursor }))
  return (
    <section class="stack">
      <h2>{tr('retention.certificates')}</h2>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items?.length === 0 && <Empty title={tr('retention.none')} />}
      {list.items !== null && list.items.length > 0 && (
        <Table caption={tr('retention.certificates')} heads={HEADS.map(head => tr(`retention.${head}`))}>
          {list.items.map(item => (
            <CertificateRow key={item.number} item={item} />
          ))}
        </Table>
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tr('action.more')}
        </Button>
      )}
    </section>
  )
}

const CertificateRow = ({ item: { number, at, deletions, hash, isProved } }: { item: CertificateView }) => (
  <tr>
    <Cell label={tr('retention.number')} main>
      <strong class="numbers">{number}</strong>
    </Cell>
    <Cell label={tr('retention.at')}>{formatTime(at, 'dateTime')}</Cell>
    <Cell label={tr('retention.what')}>
      <ul class="retention-deletions">
        {deletions.map(({ kind, count }) => (
          <li key={kind}>{tr('retention.count', { what: tr(`retention.${kind}`), count: formatNumber(count) })}</li>
        ))}
      </ul>
    </Cell>
    <Cell label={tr('retention.proof')}>
      {tr(isProved ? 'retention.proved' : 'retention.broken')} <span class="soft small numbers">{hash.slice(0, 12)}</span>
    </Cell>
  </tr>
)
