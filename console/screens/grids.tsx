import { useState } from 'preact/hooks'
import type { DivisionInput, GridView } from '../../shared/schema/register.ts'
import type { WorkerView } from '../../shared/schema/survey.ts'
import type { Me } from '../../shared/schema/session.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { nameOf } from '../../ui/i18n/language.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { listGrids } from '../register/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { CancelButton } from '../parts/settings-panel.tsx'
import { Cell, Table } from '../parts/table.tsx'
import { known } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useForm } from '../state/use-form.ts'
import { DivisionForm } from '../survey/division-form.tsx'
import { addGrid, changeGrid, listDivisions, listWorkers } from '../survey/endpoints.ts'

const communityName = (id: string): string => {
  const community = known()?.communities.find(one => one.id === id)
  return community === undefined ? id : nameOf(community)
}

/** Grids with who asks there, and the codes by which statistics name a community. */
export function GridsScreen({ me }: { me: Me }) {
  const grids = useAnswer('grids', listGrids)
  const workers = useAnswer('workers', listWorkers)
  const [open, setOpen] = useState<GridView | 'new' | null>(null)
  const people = workers.state.kind === 'ready' ? workers.state.value : []
  return (
    <>
      <header class="page-head">
        <h1>{tv('grids.title')}</h1>
        <Button look="primary" onClick={() => setOpen('new')}>
          {tv('grids.new')}
        </Button>
      </header>
      <p class="soft list-state">{tv('grids.accountsHelp')}</p>
      {grids.state.kind === 'loading' && <Loading />}
      {grids.state.kind === 'failed' && <FailureNotice failure={grids.state.failure} onRetry={() => void grids.reload()} />}
      {workers.state.kind === 'failed' && <FailureNotice failure={workers.state.failure} />}
      {grids.state.kind === 'ready' && <GridTable grids={grids.state.value} people={people} onChange={setOpen} />}
      <Divisions mayAdd={me.role === 'administrator'} />
      {open !== null && (
        <GridDialog
          grid={open === 'new' ? null : open}
          people={people}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            void grids.reload(true)
          }}
        />
      )}
    </>
  )
}

type TableProps = { grids: readonly GridView[]; people: readonly WorkerView[]; onChange: (grid: GridView) => void }

const GridTable = ({ grids, people, onChange }: TableProps) =>
  grids.length === 0 ? (
    <Empty title={tv('grids.none')}>
      <p>{tv('grids.noneHelp')}</p>
    </Empty>
  ) : (
    <Table caption={tv('grids.title')} heads={[tv('grids.name'), tv('survey.community'), tv('grids.worker'), '']}>
      {grids.map(grid => (
        <tr key={grid.id}>
          <Cell label={tv('grids.name')} main>
            {grid.name}
          </Cell>
          <Cell label={tv('survey.community')}>{communityName(grid.community)}</Cell>
          <Cell label={tv('grids.worker')}>{people.find(({ id }) => id === grid.worker)?.name ?? tv('grids.noWorker')}</Cell>
          <Cell label="">
            <span class="button-row">
              <Button onClick={() => onChange(grid)}>{tv('grids.change')}</Button>
              <ButtonLink href={`#/register?grid=${grid.id}`}>{tv('grids.show')}</ButtonLink>
            </span>
          </Cell>
        </tr>
      ))}
    </Table>
  )

type DialogProps = { grid: GridView | null; people: readonly WorkerView[]; onDone: () => void; onClose: () => void }

function GridDialog({ grid, people, onDone, onClose }: DialogProps) {
  const communities = (known()?.communities ?? []).map(one => ({ value: one.id, label: nameOf(one) }))
  const { values, field, frame } = useForm({
    first: { name: grid?.name ?? '', worker: grid?.worker ?? '', community: grid?.community ?? communities[0]?.value ?? '' },
    needed: ['name'],
    body: ({ name, worker, community }) => ({ name: name.trim(), worker: worker === '' ? null : worker, community }),
    write: ({ community, ...change }, key) =>
      grid === null ? addGrid({ community, ...change }, key) : changeGrid(grid.id)(change, key),
    onDone
  })
  const own = people.filter(({ community }) => community === values.community)
  return (
    <Dialog title={grid === null ? tv('grids.new') : grid.name} onClose={onClose}>
      <Form {...frame} submit={tv('survey.save')} extra={<CancelButton onClick={onClose} />}>
        <Field label={tv('grids.name')} maxLength={60} {...field('name')} />
        {grid === null && communities.length > 1 && (
          <Select label={tv('survey.community')} options={communities} {...field('community')} />
        )}
        <Select
          label={tv('grids.worker')}
          options={[{ value: '', label: tv('grids.noWorker') }, ...own.map(({ id, name }) => ({ value: id, label: name }))]}
          {...field('worker')}
        />
      </Form>
    </Dialog>
  )
}

function Divisions({ mayAdd }: { mayAdd: boolean }) {
  const { state, reload } = useAnswer('divisions', listDivisions)
  const [adding, setAdding] = useState(false)
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  return (
    <section class="stack grids-part">
      <h2>{tv('grids.divisions')}</h2>
      <p class="soft">{tv('grids.divisionsHelp')}</p>
      {state.value.length === 0 ? <p class="soft">{tv('grids.noDivisions')}</p> : <DivisionTable divisions={state.value} />}
      {mayAdd && !adding && (
        <div class="button-row">
          <Button onClick={() => setAdding(true)}>{tv('grids.addDivision')}</Button>
        </div>
      )}
      {adding && (
        <DivisionForm
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void reload(true)
          }}
        />
      )}
    </section>
  )
}

const DivisionTable = ({ divisions }: { divisions: readonly DivisionInput[] }) => (
  <Table
    caption={tv('grids.divisions')}
    heads={[tv('grids.code'), tv('grids.codeName'), tv('survey.community'), tv('grids.validFrom'), tv('grids.validTo')]}
  >
    {divisions.map(({ code, name, community, from, to }) => (
      <tr key={`${code} ${from}`}>
        <Cell label={tv('grids.code')} main>
          <span class="numbers">{code}</span>
        </Cell>
        <Cell label={tv('grids.codeName')}>{name}</Cell>
        <Cell label={tv('survey.community')}>{communityName(community)}</Cell>
        <Cell label={tv('grids.validFrom')}>{from}</Cell>
        <Cell label={tv('grids.validTo')}>{to ?? tv('grids.now')}</Cell>
      </tr>
    ))}
  </Table>
)
