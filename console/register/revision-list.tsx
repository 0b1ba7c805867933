import type { Revision } from '../../shared/schema/register.ts'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { type RegisterKey, tg } from '../../ui/i18n/register.ts'
import { useAnswer } from '../state/use-answer.ts'
import { readHistory } from './endpoints.ts'
import { wordOf } from './options.ts'

/** Who changed what, when and how; read anew with each version. */
export function RevisionList({ household, version }: { household: number; version: number }) {
  const { state, reload } = useAnswer(`${household}.${version}`, () => readHistory(household))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  return (
    <ol class="history">
      {state.value.items.map(revision => (
        <li key={revision.version}>
          <p>
            <strong>{wordOf('way', revision.how)}</strong>
            {revision.outcome !== null && <> · {wordOf('outcome', revision.outcome)}</>}
          </p>
          <Changes revision={revision} />
          <p class="soft small numbers">
            {formatTime(revision.at, 'dateTime')} · {revision.by}
          </p>
        </li>
      ))}
    </ol>
  )
}

const Changes = ({ revision }: { revision: Revision }) =>
  revision.changes.length === 0 ? (
    <p class="soft small">{tg(revision.version === 1 ? 'register.created' : 'register.unchanged')}</p>
  ) : (
    <ul class="plain-list small">
      {revision.changes.map(({ path, before, after }) => (
        <li key={path}>
          {fieldName(path)}: {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  )

const FIELDS: Readonly<Record<string, RegisterKey>> = {
  name: 'register.name',
  relation: 'register.relation',
  sex: 'register.sex',
  document: 'register.documentNumber',
  phone: 'register.phone',
  needs: 'register.needs',
  arrival: 'register.arrival',
  note: 'register.note',
  tenure: 'register.tenure',
  grid: 'register.grid',
  site: 'register.site',
  address: 'register.address',
  contact: 'register.contact'
}

const fieldName = (path: string): string => {
  const [first = '', , last = first] = path.slice(1).split('/')
  if (first === 'vehicles') return tg('register.plate')
  if (first === 'landlord') return tg(path.endsWith('phone') ? 'register.landlordPhone' : 'register.landlord')
  const key = FIELDS[last]
  return key === undefined ? last : tg(key)
}
