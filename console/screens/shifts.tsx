import { useState } from 'preact/hooks'
import { DAY_MS } from '../../shared/duty/slot-plan.ts'
import type { SlotView } from '../../shared/schema/shifts.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { ts } from '../../ui/i18n/shifts.ts'
import { copySlots, listSlots } from '../api/shift-endpoints.ts'
import { AssignDialog } from '../parts/shifts/assign-dialog.tsx'
import { LinkPanel } from '../parts/shifts/link-panel.tsx'
import { NewSlotsDialog } from '../parts/shifts/new-slots-dialog.tsx'
import { ShiftTabs } from '../parts/shifts/shift-tabs.tsx'
import { firstSite, SiteChoice } from '../parts/shifts/site-choice.tsx'
import { SlotTable } from '../parts/shifts/slot-table.tsx'
import { weekStart } from '../state/shift-form.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'

const WEEK_MS = 7 * DAY_MS

/** The plan of one site, week by week: who comes, who came, where somebody is missing. */
export function ShiftsScreen() {
  const [site, setSite] = useState(firstSite)
  const [week, setWeek] = useState(() => weekStart(Date.now()))
  const [open, setOpen] = useState<'slots' | SlotView | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { state, reload } = useAnswer(`${site} ${week}`, () => listSlots(Number(site), week, week + WEEK_MS))
  const changed = (text: string | null = null): void => {
    setSaid(text)
    setOpen(null)
    void reload(true)
  }
  const copy = useWrite(copySlots, ({ made, existing }) => {
    setSaid(ts('plan.copied', { made, existing }))
    setWeek(week + WEEK_MS)
  })
  if (site === '') return <Empty title={ts('plan.noSite')} />
  const slots = state.kind === 'ready' ? state.value.slots : null
  return (
    <>
      <header class="page-head">
        <h1>{ts('shifts.title')}</h1>
        <ShiftTabs at="shifts" />
      </header>
      <div class="filters plan-filters">
        <SiteChoice value={site} onValue={setSite} />
        <div class="button-row plan-week">
          <Button aria-label={ts('plan.before')} onClick={() => setWeek(week - WEEK_MS)}>
            ‹
          </Button>
          <strong class="numbers">
            {formatTime(week, 'date')} – {formatTime(week + WEEK_MS - 1, 'date')}
          </strong>
          <Button aria-label={ts('plan.after')} onClick={() => setWeek(week + WEEK_MS)}>
            ›
          </Button>
        </div>
        <div class="button-row">
          <Button look="primary" onClick={() => setOpen('slots')} data-new-slots>
            {ts('plan.new')}
          </Button>
          <Button
            busy={copy.busy}
            disabled={slots === null || slots.length === 0}
            onClick={() => void copy.run({ site: Number(site), from: week, to: week + WEEK_MS, byMs: WEEK_MS })}
            data-copy-week
          >
            {ts('plan.copyWeek')}
          </Button>
        </div>
      </div>
      {said !== null && <Notice>{said}</Notice>}
      {copy.failure && <FailureNotice failure={copy.failure} />}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {slots?.length === 0 && (
        <Empty title={ts('plan.empty')}>
          <p>{ts('plan.emptyHelp')}</p>
        </Empty>
      )}
      {slots !== null && slots.length > 0 && <SlotTable slots={slots} onAssign={setOpen} onChanged={changed} />}
      <LinkPanel key={site} site={Number(site)} />
      {open === 'slots' && (
        <NewSlotsDialog
          site={Number(site)}
          week={week}
          onDone={({ made, existing }) => changed(ts('plan.made', { made, existing }))}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'slots' && <AssignDialog slot={open} onDone={() => changed()} onClose={() => setOpen(null)} />}
    </>
  )
}
