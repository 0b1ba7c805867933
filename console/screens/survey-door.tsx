import { useState } from 'preact/hooks'
import { addressText } from '../../shared/register/address.ts'
import type { ItemDetail } from '../../shared/schema/survey.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { CopyButton } from '../../ui/components/copy-button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'
import { wordOf } from '../register/options.ts'
import { siteName } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'
import { AttemptDialog } from '../survey/attempt-dialog.tsx'
import { readDoor, replaceLink } from '../survey/endpoints.ts'
import { ReportPanel } from '../survey/report-panel.tsx'
import { StandingWord } from '../survey/standing-mark.tsx'

/** One door of a round: what was tried, what the household wrote itself, and its link. */
export function SurveyDoorScreen({ round, household }: { round: string; household: number }) {
  const { state, reload, put } = useAnswer(`door ${round} ${household}`, () => readDoor(round, household))
  const [noting, setNoting] = useState(false)
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  const item = state.value
  return (
    <>
      <header class="page-head">
        <h1>
          {siteName(item.site)} {addressText(item)}
        </h1>
        <a href={`#/surveys/${round}/doors`}>{tv('survey.back')}</a>
      </header>
      <div class="sheet-columns">
        <div class="stack">
          {item.report !== null && <ReportPanel round={round} household={household} onChange={() => void reload(true)} />}
          <section class="panel stack">
            <h2>{tv('survey.history')}</h2>
            <p>
              <StandingWord standing={item.standing} />
            </p>
            <Attempts item={item} />
            <div class="button-row">
              {item.link !== null && (
                <Button look="primary" onClick={() => setNoting(true)}>
                  {tv('survey.addAttempt')}
                </Button>
              )}
              <ButtonLink href={`#/register/${household}`}>{tv('survey.sheet')}</ButtonLink>
            </div>
          </section>
        </div>
        {item.link !== null && <LinkPanel round={round} item={item} link={item.link} onChange={put} />}
      </div>
      {noting && (
        <AttemptDialog
          round={round}
          household={household}
          onDone={next => {
            setNoting(false)
            put(next)
          }}
          onClose={() => setNoting(false)}
        />
      )}
    </>
  )
}

const Attempts = ({ item }: { item: ItemDetail }) =>
  item.history.length === 0 ? (
    <p class="soft">{tv('survey.noHistory')}</p>
  ) : (
    <ul class="rows">
      {item.history.toReversed().map(({ id, at, way, outcome, by, note, nextAt }) => (
        <li key={id}>
          <span>
            <strong>
              {wordOf('way', way)} · {wordOf('outcome', outcome)}
            </strong>
            <br />
            <span class="soft small">
              {formatTime(at, 'dateTime')} · {by}
              {nextAt !== null && ` · ${tv('survey.nextAt', { time: formatTime(nextAt, 'shortDateTime') })}`}
            </span>
            {note !== null && <p>{note}</p>}
          </span>
        </li>
      ))}
    </ul>
  )

type LinkProps = { round: string; item: ItemDetail; link: string; onChange: (item: ItemDetail) => void }

function LinkPanel({ round, item, link, onChange }: LinkProps) {
  const { run, busy, failure } = useWrite(replaceLink(round, item.household), onChange)
  return (
    <section class="panel stack">
      <h2>{tv('survey.link')}</h2>
      <QrCode text={link} what={tv('survey.link')} />
      <p class="soft small">{tv('survey.linkHelp')}</p>
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        <CopyButton text={link} />
        <ButtonLink href={`#/surveys/${round}/notes/${item.household}`}>{tv('survey.notes')}</ButtonLink>
        <Button busy={busy} onClick={() => run({})}>
          {tv('survey.newLink')}
        </Button>
      </div>
    </section>
  )
}
