import { useState } from 'preact/hooks'
import type { RoundView } from '../../shared/schema/survey.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tv } from '../../ui/i18n/survey.ts'
import { siteName } from '../state/directory.ts'
import { go } from '../state/location.ts'
import { useAnswer } from '../state/use-answer.ts'
import { listRounds } from '../survey/endpoints.ts'
import { RoundForm } from '../survey/round-form.tsx'
import { Progress } from '../survey/standing-mark.tsx'

/** All rounds, the newest first. */
export function SurveysScreen() {
  const { state, reload } = useAnswer('rounds', listRounds)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <header class="page-head">
        <h1>{tv('survey.title')}</h1>
        <div class="button-row">
          <ButtonLink href="#/field">{tv('survey.mine')}</ButtonLink>
          <ButtonLink href="#/grids">{tv('grids.title')}</ButtonLink>
          {!adding && (
            <Button look="primary" onClick={() => setAdding(true)}>
              {tv('survey.new')}
            </Button>
          )}
        </div>
      </header>
      {adding && <RoundForm onDone={round => go(`/surveys/${round.id}`)} onClose={() => setAdding(false)} />}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && state.value.length === 0 && !adding && (
        <Empty title={tv('survey.none')}>
          <p>{tv('survey.noneHelp')}</p>
        </Empty>
      )}
      {state.kind === 'ready' && state.value.length > 0 && (
        <ul class="rows panel">
          {state.value.map(round => (
            <RoundRow key={round.id} round={round} />
          ))}
        </ul>
      )}
    </>
  )
}

export const scopeText = ({ scope }: Pick<RoundView, 'scope'>): string =>
  scope.site === undefined
    ? tv('survey.wholeCommunity')
    : [
        siteName(scope.site),
        ...(scope.building === undefined ? [] : [tv('survey.buildingName', { building: scope.building })])
      ].join(' ')

const RoundRow = ({ round }: { round: RoundView }) => (
  <li class="row-round">
    <span>
      <a class="row-link" href={`#/surveys/${round.id}`}>
        {round.name}
      </a>{' '}
      <span class={`chip ${round.state === 'closed' ? 'chip-revoked' : ''}`}>{tv(`survey.${round.state}`)}</span>
      <br />
      <span class="soft small">
        {scopeText(round)} · {tv('survey.period', { from: round.from, to: round.to })}
        {round.toReview > 0 && ` · ${tv('survey.toReview', { count: round.toReview })}`}
      </span>
    </span>
    <Progress tally={round.tally} />
  </li>
)
