import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { CONTACT_OUTCOMES, NEEDS, TENURES } from '../../shared/register/words.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { tprint } from '../../ui/i18n/print.ts'
import { tg } from '../../ui/i18n/register.ts'
import { PrintDialog } from '../print/print-dialog.tsx'
import { listGrids, listHouseholds, searchRegister } from '../register/endpoints.ts'
import { HitTable, HouseholdTable } from '../register/household-table.tsx'
import { optionsOf } from '../register/options.ts'
import { known, siteName } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { usePages } from '../state/use-pages.ts'

/** A typist pauses longer than this only when the word is done. */
const TYPING_MS = 250
const NO_FILTERS = { site: '', building: '', tenure: '', outcome: '', grid: '', need: '' }
/** Kept while a sheet is open. */
const filters = signal(NO_FILTERS)
const wanted = signal('')

/** One box for everything that staff type; below it the households, door by door. `grid`: of one grid, to begin with. */
export function RegisterScreen({ grid }: { grid: string | null }) {
  useEffect(() => {
    if (grid !== null) filters.value = { ...NO_FILTERS, grid }
  }, [grid])
  const [text, setText] = useState(wanted.value)
  useEffect(() => {
    const timer = setTimeout(() => {
      wanted.value = text.trim()
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <>
      <header class="page-head">
        <h1>{tg('register.title')}</h1>
        <span class="button-row">
          <ButtonLink href="#/register/import">{tg('register.lists')}</ButtonLink>
          <ButtonLink look="primary" href="#/register/new">
            {tg('register.new')}
          </ButtonLink>
        </span>
      </header>
      <search>
        <Field
          label={tg('register.search')}
          hint={tg('register.searchHint')}
          type="search"
          maxLength={60}
          value={text}
          onValue={setText}
        />
      </search>
      {wanted.value === '' ? <Households /> : <Found text={wanted.value} />}
    </>
  )
}

function Found({ text }: { text: string }) {
  const { state, reload } = useAnswer(text, () => searchRegister(text))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  const { items, more } = state.value
  if (items.length === 0)
    return (
      <Empty title={tg('register.noHits')}>
        <p>{tg('register.noHitsHelp')}</p>
      </Empty>
    )
  return (
    <>
      <p class="soft small list-state" role="status">
        {tg('register.hits', { count: items.length })} {more && tg('register.moreHits')}
      </p>
      <HitTable hits={items} />
    </>
  )
}

function Households() {
  const now = filters.value
  const list = usePages(JSON.stringify(now), cursor => listHouseholds({ ...now, cursor }))
  const filtered = Object.values(now).some(value => value !== '')
  return (
    <>
      <Filters />
      <PrintPlace site={now.site} building={now.building} />
      <p class="soft small list-state" role="status">
        {list.busy ? tg('register.searching') : list.items !== null && tg('register.households', { count: list.items.length })}
      </p>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {list.items !== null && list.items.length > 0 && <HouseholdTable households={list.items} />}
      {list.items?.length === 0 && !list.busy && list.failure === null && (
        <Empty title={tg(filtered ? 'register.nothing' : 'register.empty')} />
      )}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {tc('action.more')}
        </Button>
      )}
    </>
  )
}

/** What the place filters choose; whoever works for several communities chooses a site first. */
function PrintPlace({ site, building }: { site: string; building: string }) {
  const [isOpen, setOpen] = useState(false)
  const place = known()?.sites.find(({ number }) => String(number) === site)
  const communities = known()?.communities ?? []
  const community = place?.community ?? (communities.length === 1 ? communities[0]?.id : undefined)
  if (community === undefined) return null
  const choice = {
    community,
    ...(place === undefined ? {} : { site: place.number }),
    ...(building === '' ? {} : { building })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{tprint('print.place')}</Button>
      {isOpen && <PrintDialog choice={choice} title={tprint('print.place')} onClose={() => setOpen(false)} />}
    </>
  )
}

function Filters() {
  const now = filters.value
  const set = (change: Partial<typeof NO_FILTERS>): void => {
    filters.value = { ...filters.value, ...change }
  }
  const any = { value: '', label: tg('register.any') }
  const sites = (known()?.sites ?? []).map(({ number }) => ({ value: String(number), label: siteName(number) }))
  const grids = useAnswer('grids', listGrids)
  const names = grids.state.kind === 'ready' ? grids.state.value.map(({ id, name }) => ({ value: id, label: name })) : []
  const outcomes = [...optionsOf('outcome', CONTACT_OUTCOMES), { value: 'never', label: tg('register.never') }]
  return (
    <search class="filters register-filters">
      <Select label={tg('register.site')} value={now.site} options={[any, ...sites]} onValue={site => set({ site })} />
      <Field
        label={tg('register.building')}
        maxLength={10}
        value={now.building}
        onValue={building => set({ building: building.trim() })}
      />
      <Select
        label={tg('register.tenure')}
        value={now.tenure}
        options={[any, ...optionsOf('tenure', TENURES)]}
        onValue={tenure => set({ tenure })}
      />
      <Select
        label={tg('register.outcome')}
        value={now.outcome}
        options={[any, ...outcomes]}
        onValue={outcome => set({ outcome })}
      />
      <Select label={tg('register.grid')} value={now.grid} options={[any, ...names]} onValue={grid => set({ grid })} />
      <Select
        label={tg('register.needs')}
        value={now.need}
        options={[any, ...optionsOf('need', NEEDS)]}
        onValue={need => set({ need })}
      />
    </search>
  )
}
