import { useState } from 'preact/hooks'
import type { RoundDetail } from '../../shared/schema/survey.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { CancelButton } from '../parts/settings-panel.tsx'
import type { SurveyTab } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { CoverageMap } from '../survey/coverage-map.tsx'
import { DoorList } from '../survey/door-list.tsx'
import { closeRound, extendRound, readRound } from '../survey/endpoints.ts'
import { ListTable } from '../survey/list-table.tsx'
import { Legend, Progress } from '../survey/standing-mark.tsx'
import { scopeText } from './surveys.tsx'

const TABS: readonly SurveyTab[] = ['lists', 'coverage', 'doors', 'reports']

export function SurveyRoundScreen({ id, tab, worker }: { id: string; tab: SurveyTab; worker: string }) {
  const { state, reload, put } = useAnswer(`round ${id}`, () => readRound(id))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  const round = state.value
  return (
    <>
      <RoundHead round={round} onChange={put} />
      <nav class="shell-nav survey-tabs" aria-label={round.name}>
        {TABS.map(each => (
          <a key={each} href={`#/surveys/${id}/${each}`} aria-current={each === tab ? 'page' : undefined}>
            {tv(`survey.${each}`)}
            {each === 'reports' && round.toReview > 0 && ` (${round.toReview})`}
          </a>
        ))}
      </nav>
      {tab === 'lists' && <ListTable round={round} onChange={() => void reload(true)} />}
      {tab === 'coverage' && <CoverageMap round={id} />}
      {tab === 'doors' && <DoorList key={worker} round={round} worker={worker} />}
      {tab === 'reports' && <DoorList round={round} worker="" report />}
    </>
  )
}

function RoundHead({ round, onChange }: { round: RoundDetail; onChange: (round: RoundDetail) => void }) {
  const [closing, setClosing] = useState(false)
  const extend = useWrite(extendRound(round.id), onChange)
  const close = useWrite(closeRound(round.id), (closed: RoundDetail) => {
    setClosing(false)
    onChange(closed)
  })
  return (
    <>
      <header class="page-head">
        <h1>{round.name}</h1>
        <a href="#/surveys">{tv('survey.back')}</a>
      </header>
      <section class="panel stack">
        <p class="soft">
          {scopeText(round)} · {tv('survey.period', { from: round.from, to: round.to })}
        </p>
        <Progress tally={round.tally} />
        <Legend tally={round.tally} />
        {round.closedAt !== null && (
          <Notice>{tv('survey.closedAt', { by: round.closedBy ?? '', time: formatTime(round.closedAt, 'dateTime') })}</Notice>
        )}
        {extend.failure && <FailureNotice failure={extend.failure} />}
        {round.state === 'open' && (
          <div class="button-row">
            <ButtonLink href={`#/surveys/${round.id}/notes`}>{tv('survey.notes')}</ButtonLink>
            <Button busy={extend.busy} onClick={() => extend.run({})}>
              {tv('survey.extend')}
            </Button>
            <Button onClick={() => setClosing(true)}>{tv('survey.close')}</Button>
          </div>
        )}
      </section>
      {closing && (
        <Dialog title={tv('survey.closeAsk', { name: round.name })} onClose={() => setClosing(false)}>
          <p>{tv('survey.closeHelp')}</p>
          {close.failure && <FailureNotice failure={close.failure} />}
          <div class="button-row">
            <Button look="danger" busy={close.busy} onClick={() => close.run({})}>
              {tv('survey.close')}
            </Button>
            <CancelButton onClick={() => setClosing(false)} />
          </div>
        </Dialog>
      )}
    </>
  )
}
