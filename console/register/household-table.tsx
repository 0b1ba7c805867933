import { addressText } from '../../shared/register/address.ts'
import type { HouseholdSummary, SearchHit } from '../../shared/schema/register.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tg } from '../../ui/i18n/register.ts'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { wordOf } from './options.ts'

export const HouseholdTable = ({ households }: { households: readonly HouseholdSummary[] }) => (
  <Table
    caption={tg('register.title')}
    heads={[tg('register.address'), tg('register.site'), tg('register.names'), tg('register.tenure'), tg('register.verified')]}
  >
    {households.map(household => (
      <tr key={household.id}>
        <Cell label={tg('register.address')} main>
          <a class="row-link numbers" href={`#/register/${household.id}`}>
            {addressText(household)}
          </a>
        </Cell>
        <Cell label={tg('register.site')}>{siteName(household.site)}</Cell>
        <Cell label={tg('register.names')}>{household.names.join('、') || '—'}</Cell>
        <Cell label={tg('register.tenure')}>{wordOf('tenure', household.tenure)}</Cell>
        <Cell label={tg('register.verified')}>
          {household.verified === null || household.verified.outcome === null ? (
            tg('register.never')
          ) : (
            <>
              {wordOf('outcome', household.verified.outcome)}
              <span class="soft small late">
                {formatTime(household.verified.at, 'dateTime')} · {household.verified.by}
              </span>
            </>
          )}
        </Cell>
      </tr>
    ))}
  </Table>
)

export const HitTable = ({ hits }: { hits: readonly SearchHit[] }) => (
  <Table caption={tg('register.search')} heads={[tg('register.name'), tg('register.address'), tg('register.site')]}>
    {hits.map(hit => (
      <tr key={`${hit.household}.${hit.person}`}>
        <Cell label={tg('register.name')} main>
          <a class="row-link" href={`#/register/${hit.household}`}>
            {hit.name ?? hit.address}
          </a>{' '}
          <span class="chip">{wordOf('by', hit.by)}</span>
        </Cell>
        <Cell label={tg('register.address')}>
          <span class="numbers">{hit.address}</span>
        </Cell>
        <Cell label={tg('register.site')}>{siteName(hit.site)}</Cell>
      </tr>
    ))}
  </Table>
)
