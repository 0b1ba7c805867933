import { useEffect } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { replaceAddress } from '../../state/location.ts'
import { askWork } from '../../work/api.ts'
import { forgetWork, type KeptWork, keepWork, lastSeenOf, workOf } from '../../work/kept.ts'
import { apply, onPage, sayProblem, timeOf } from '../../work/say.ts'
import { justSent } from '../../work/sending.ts'
import { useWatched } from '../../work/watch.ts'
import type { MyWork } from '../../work/wire.ts'
import { CardSection } from './card-section.tsx'
import { Waiting, WorkFrame } from './frame.tsx'
import { LinkSection } from './link-section.tsx'
import { NoticesSection } from './notices-section.tsx'
import { PhotosSection } from './photos-section.tsx'
import { QuestionSection } from './question-section.tsx'
import { StateSection } from './state-section.tsx'
import { StepsOfWork } from './steps-of-work.tsx'
import { SureButton } from './sure-button.tsx'

/** An application, for whoever holds its link. Without a network it shows what was last known. */
export function WorkPage({ number }: { number: string }) {
  const kept = workOf(number)
  if (kept === null)
    return (
      <WorkFrame title={onPage('pageTitle')} back={{ href: '#/work', label: apply('title') }}>
        <Notice tone="warn">{onPage('notHere')}</Notice>
      </WorkFrame>
    )
  return <Opened kept={kept} />
}

function Opened({ kept }: { kept: KeptWork }) {
  const { number, secret } = kept
  const { value, failure, busy, load, take } = useWatched(
    () => askWork({ number, secret }),
    (next: MyWork) => {
      const name = next.declaration?.holder.name ?? next.invitation?.name ?? kept.name
      keepWork({ number, secret, name, last: lastSeenOf(next) })
    }
  )
  const isFresh = justSent.value === number
  useEffect(
    () => () => {
      if (justSent.value === number) justSent.value = null
    },
    []
  )
  const work: MyWork | null = value ?? (kept.last === null ? null : { ...kept.last, declaration: null })
  const isGone = failure?.code === 'link-invalid'
  const forget = (): void => {
    forgetWork(number)
    replaceAddress('#/work')
  }
  return (
    <WorkFrame title={isFresh ? onPage('sentTitle') : onPage('pageTitle')} back={{ href: '#/work', label: apply('title') }}>
      <p class="work-holder">
        <strong>{kept.name}</strong>
        <span class="numbers soft">
          {onPage('number')} {number}
        </span>
      </p>
      {failure !== null && (
        <Notice tone={isGone ? 'error' : 'warn'}>
          <p>{failure.code === 'network' && work !== null ? onPage('offline') : sayProblem(failure.code)}</p>
        </Notice>
      )}
      {work === null && failure === null && <Waiting />}
      {isFresh && <LinkSection proof={kept} isOpen />}
      {work !== null && !isGone && <Sections kept={kept} work={work} take={take} load={load} />}
      {work !== null && (
        <div class="work-row">
          <span class="soft small">{onPage('asOf', { time: timeOf(work.serverTime) })}</span>
          <Button busy={busy} onClick={load}>
            {onPage('refresh')}
          </Button>
        </div>
      )}
      {!isFresh && !isGone && <LinkSection proof={kept} isOpen={false} />}
      <SureButton label={onPage('forget')} sure={onPage('forgetSure')} onSure={forget} />
      <ButtonLink look="quiet" href="#/work">
        {apply('title')}
      </ButtonLink>
    </WorkFrame>
  )
}

type Props = { kept: KeptWork; work: MyWork; take: (next: MyWork) => void; load: () => Promise<void> }

const Sections = ({ kept, work, take, load }: Props) => (
  <>
    <StateSection kept={kept} work={work} take={take} load={load} />
    {work.question !== null && work.state === 'more-info' && <QuestionSection kept={kept} work={work} take={take} load={load} />}
    <PhotosSection proof={kept} work={work} onSent={load} />
    {work.card !== null && <CardSection proof={kept} card={work.card} load={load} />}
    <NoticesSection proof={kept} unread={work.unread} onRead={load} />
    <StepsOfWork steps={work.steps} />
  </>
)
