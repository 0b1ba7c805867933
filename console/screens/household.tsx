import { useState } from 'preact/hooks'
import { addressText } from '../../shared/register/address.ts'
import type { HouseholdSheet, SheetInput } from '../../shared/schema/register.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tprint } from '../../ui/i18n/print.ts'
import { tg } from '../../ui/i18n/register.ts'
import type { Write } from '../api/endpoints.ts'
import { PrintDialog } from '../print/print-dialog.tsx'
import { ContactDialog } from '../register/contact-dialog.tsx'
import { addSheet, changeSheet, listGrids, readSheet } from '../register/endpoints.ts'
import { RevisionList } from '../register/revision-list.tsx'
import { draftOf, emptyDraft } from '../register/sheet-draft.ts'
import { SheetForm } from '../register/sheet-form.tsx'
import { SheetView } from '../register/sheet-view.tsx'
import { known, siteName } from '../state/directory.ts'
import { go } from '../state/location.ts'
import { useAnswer } from '../state/use-answer.ts'

export function NewHouseholdScreen() {
  const grids = useAnswer('grids', listGrids)
  const [only] = known()?.sites ?? []
  return (
    <section class="panel">
      <h1>{tg('register.new')}</h1>
      <SheetForm
        first={emptyDraft(String(only?.number ?? ''))}
        grids={grids.state.kind === 'ready' ? grids.state.value : []}
        write={addSheet}
        onDone={sheet => go(`/register/${sheet.id}`)}
        onCancel={() => go('/register')}
      />
    </section>
  )
}

export function HouseholdScreen({ id }: { id: number }) {
  const { state, reload, put } = useAnswer(`household ${id}`, () => readSheet(id))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  return <Household sheet={state.value} onSheet={put} />
}

function Household({ sheet, onSheet }: { sheet: HouseholdSheet; onSheet: (sheet: HouseholdSheet) => void }) {
  const [mode, setMode] = useState<'view' | 'edit' | 'contact' | 'print'>('view')
  const grids = useAnswer('grids', listGrids)
  const known = grids.state.kind === 'ready' ? grids.state.value : []
  const gridName = known.find(({ id }) => id === sheet.grid)?.name ?? null
  const done = (saved: HouseholdSheet): void => {
    onSheet(saved)
    setMode('view')
  }
  return (
    <>
      <header class="page-head">
        <h1>
          {siteName(sheet.site)} {addressText(sheet)}
        </h1>
        <a href="#/register">{tg('register.back')}</a>
      </header>
      {mode === 'edit' ? (
        <Editing key={sheet.version} sheet={sheet} grids={known} onDone={done} onCancel={() => setMode('view')} />
      ) : (
        <div class="sheet-columns">
          <section class="panel stack">
            <SheetView sheet={sheet} gridName={gridName} />
            <div class="button-row">
              <Button look="primary" onClick={() => setMode('edit')}>
                {tg('register.edit')}
              </Button>
              <Button onClick={() => setMode('contact')}>{tg('register.contact')}</Button>
              <Button onClick={() => setMode('print')}>{tprint('print.household')}</Button>
            </div>
          </section>
          <section class="panel stack">
            <h2>{tg('register.history')}</h2>
            <RevisionList household={sheet.id} version={sheet.version} />
          </section>
        </div>
      )}
      {mode === 'contact' && <ContactDialog household={sheet.id} onDone={done} onClose={() => setMode('view')} />}
      {mode === 'print' && (
        <PrintDialog choice={{ household: sheet.id }} title={tprint('print.household')} onClose={() => setMode('view')} />
      )}
    </>
  )
}

type EditingProps = {
  sheet: HouseholdSheet
  grids: Parameters<typeof SheetForm>[0]['grids']
  onDone: (sheet: HouseholdSheet) => void
  onCancel: () => void
}

/** When somebody was faster, both versions stand side by side; nothing is overwritten without a word. */
function Editing({ sheet, grids, onDone, onCancel }: EditingProps) {
  const [theirs, setTheirs] = useState<HouseholdSheet | null>(null)
  const [version, setVersion] = useState(sheet.version)
  const [first] = useState(() => draftOf(sheet))
  const write: Write<SheetInput, HouseholdSheet> = (body, key) => changeSheet(sheet.id)({ ...body, version }, key)
  const look = async (): Promise<void> => {
    const answer = await readSheet(sheet.id)
    if (answer.ok) setTheirs(answer.value)
  }
  const keepMine = (): void => {
    if (theirs !== null) setVersion(theirs.version)
    setTheirs(null)
  }
  return (
    <div class={theirs === null ? '' : 'sheet-columns'}>
      <section class="panel">
        <SheetForm first={first} grids={grids} write={write} onDone={onDone} onCancel={onCancel} onConflict={() => void look()} />
      </section>
      {theirs !== null && (
        <section class="panel stack sheet-theirs">
          <Notice tone="warn">{tg('register.conflict')}</Notice>
          <div class="button-row">
            <Button onClick={() => onDone(theirs)}>{tg('register.theirs')}</Button>
            <Button onClick={keepMine}>{tg('register.mine')}</Button>
          </div>
          <SheetView sheet={theirs} gridName={grids.find(({ id }) => id === theirs.grid)?.name ?? null} />
        </section>
      )}
    </div>
  )
}
