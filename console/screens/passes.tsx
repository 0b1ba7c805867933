import { useEffect, useState } from 'preact/hooks'
import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { listPasses } from '../api/endpoints.ts'
import { PassTable } from '../parts/pass-table.tsx'
import { known, siteName } from '../state/directory.ts'
import { NO_FILTERS, type PassFilters, passFilters } from '../state/pass-filters.ts'
import { usePages } from '../state/use-pages.ts'

const STATUSES = ['valid', 'held', 'revoked', 'superseded'] as const
/** A typist pauses longer than this only when the word is done. */
const TYPING_MS = 250

export function PassesScreen() {
  const filters = passFilters.value
  const list = usePages(JSON.stringify(filters), cursor => listPasses({ ...filters, cursor }))
  const filtered = Object.values(filters).some(value => value !== '')
  return (
    <>
      <header class="page-head">
        <h1>{t('passes.title')}</h1>
        <ButtonLink look="primary" href="#/passes/new">
          {t('passes.new')}
        </ButtonLink>
      </header>
      <Filters filters={filters} />
      <p class="soft small list-state" role="status">
        {list.busy ? t('passes.searching') : list.items !== null && t('passes.found', { count: list.items.length })}
      </p>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items !== null && list.items.length > 0 && <PassTable passes={list.items} />}
      {list.items?.length === 0 && !list.busy && list.failure === null && <Nothing filtered={filtered} />}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {t('action.more')}
        </Button>
      )}
    </>
  )
}

function Filters({ filters }: { filters: PassFilters }) {
  const [query, setQuery] = useState(filters.query)
  const set = (change: Partial<PassFilters>): void => {
    passFilters.value = { ...passFilters.value, ...change }
  }
  useEffect(() => setQuery(filters.query), [filters.query])
  useEffect(() => {
    const timer = setTimeout(() => query.trim() !== passFilters.value.query && set({ query: query.trim() }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [query])
  const any = { value: '', label: t('passes.any') }
  const kinds = (Object.keys(PASS_KINDS) as PassKind[]).map(kind => ({ value: kind, label: t(`kind.${kind}`) }))
  const sites = [0, ...(known()?.sites ?? []).map(site => site.number)].map(number => ({
    value: String(number),
    label: siteName(number)
  }))
  return (
    <search class="filters">
      <Field
        label={t('passes.search')}
        hint={t('passes.searchHint')}
        type="search"
        maxLength={60}
        value={query}
        onValue={setQuery}
      />
      <Select label={t('passes.kind')} value={filters.kind} options={[any, ...kinds]} onValue={kind => set({ kind })} />
      <Select
        label={t('passes.status')}
        value={filters.status}
        options={[any, ...STATUSES.map(status => ({ value: status, label: t(`status.${status}`) }))]}
        onValue={status => set({ status })}
      />
      <Select
        label={t('passes.site')}
        value={filters.site}
        options={[{ value: '', label: t('passes.anySite') }, ...sites]}
        onValue={site => set({ site })}
      />
    </search>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty title={t('passes.nothing')}>
      <p>{t('passes.nothingHelp')}</p>
      <Button
        onClick={() => {
          passFilters.value = NO_FILTERS
        }}
      >
        {t('passes.clear')}
      </Button>
    </Empty>
  ) : (
    <Empty title={t('passes.empty')}>
      <p>{t('passes.emptyHelp')}</p>
    </Empty>
  )
