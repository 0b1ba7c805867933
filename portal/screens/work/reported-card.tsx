import '../../work.css'
import { useEffect } from 'preact/hooks'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { shownLanguage } from '../../state/shown-language.ts'
import { askWork } from '../../work/api.ts'
import { type KeptWork, keepWork, keptWork, lastSeenOf } from '../../work/kept.ts'
import { onPage } from '../../work/say.ts'
import { ReportPanel } from './report-panel.tsx'

/** Beneath a card's code: the report of the application that it was issued for, as last known even without a network. */
export function ReportedCard({ serial, onReported }: { serial: number; onReported: () => void }) {
  const kept = keptWork.value.value.find(({ last }) => last?.card?.serial === serial)
  return kept === undefined ? null : <Reported kept={kept} onReported={onReported} />
}

function Reported({ kept, onReported }: { kept: KeptWork; onReported: () => void }) {
  const card = kept.last?.card ?? null
  const refresh = async (): Promise<void> => {
    const answer = await askWork(kept)
    if (answer.ok) keepWork({ ...kept, last: lastSeenOf(answer.value) })
  }
  useEffect(() => {
    void refresh()
  }, [kept.number])
  if (card === null) return null
  const reported = async (): Promise<void> => {
    await refresh()
    onReported()
  }
  return (
    <div class="card-report" lang={shownLanguage.value}>
      <ReportPanel proof={kept} card={card} onKept={reported} />
      <ButtonLink look="quiet" href={`#/work/${kept.number}`}>
        {onPage('pageTitle')}
      </ButtonLink>
    </div>
  )
}
