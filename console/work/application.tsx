import { useState } from 'preact/hooks'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { actOnApplication } from '../api/work.ts'
import { useWrite } from '../state/use-write.ts'
import { claimState } from './claim.ts'
import { ClockMark } from './clock-mark.tsx'
import { CompareTable } from './compare-table.tsx'
import { type Decision, DecisionBar } from './decision-bar.tsx'
import { ApproveDialog, AskDialog, RejectDialog } from './decision-dialogs.tsx'
import { HealthFacts, WorkplaceFacts } from './declaration.tsx'
import { FlagList } from './flag-chips.tsx'
import { History } from './history.tsx'
import { OtherPapers } from './other-papers.tsx'
import { Outcome } from './outcome.tsx'
import { PhotoList } from './photo-list.tsx'
import { StateOf } from './queue-table.tsx'
import { learnServiceClock, serviceNow } from './service-clock.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useTakeNext } from './use-take-next.ts'

type Props = {
  detail: ApplicationDetail
  onChange: (detail: ApplicationDetail) => void
  /** Read it again without taking it away. */
  onStale: () => void
}
const DIALOGS = { approve: ApproveDialog, reject: RejectDialog, ask: AskDialog } as const

/** Everything about one application, and what may be done with it. */
export function Application({ detail, onChange, onStale }: Props) {
  const [open, setOpen] = useState<Decision | null>(null)
  const [isDecided, setDecided] = useState(false)
  const next = useTakeNext({
    number: detail.number,
    put: again => {
      setDecided(false)
      onChange(again)
    }
  })
  const step = useWrite(actOnApplication(detail.number), changed => {
    if (changed.claim !== null) learnServiceClock(changed.claim.until, Date.now())
    setDecided(changed.state === 'submitted')
    onChange(changed)
  })
  const claim = (): void => void step.run({ action: 'claim' })
  const state = claimState(detail, serviceNow())
  const isMine = state === 'mine' || state === 'ending'
  const decide = (decision: Decision) => (isMine ? () => setOpen(decision) : undefined)
  useShortcuts({
    n: () => void next.take(),
    c: state === 'free' || state === 'over' ? claim : undefined,
    a: decide('approve'),
    q: decide('ask'),
    r: decide('reject')
  })
  const done = (changed: ApplicationDetail): void => {
    setOpen(null)
    setDecided(true)
    onChange(changed)
  }
  const Open = open === null ? null : DIALOGS[open]
  return (
    <article class="work-application" data-application={detail.number}>
      <ApplicationHead detail={detail} />
      {isDecided && <Outcome detail={detail} next={next} />}
      <ApplicationFacts detail={detail} />
      <DecisionBar
        detail={detail}
        busy={step.busy}
        failure={step.failure ?? (isDecided ? null : next.failure)}
        onClaim={claim}
        onRelease={() => void step.run({ action: 'release' })}
        onDecide={setOpen}
        onStale={onStale}
      />
      {Open && <Open detail={detail} onDone={done} onClose={() => setOpen(null)} onStale={onStale} onClaim={claim} />}
    </article>
  )
}

export const ApplicationHead = ({ detail }: { detail: ApplicationDetail }) => (
  <header class="page-head">
    <h1>
      {detail.name} <StateOf item={detail} />
    </h1>
    <p class="work-head-facts">
      <ClockMark item={detail} />
      <span class="soft">
        {tw(`purpose.${detail.purpose}`)} · {tw(`declaredBy.${detail.declaredBy}`)} ·{' '}
        <span class="code">{tw('detail.number', { number: detail.number })}</span>
      </span>
    </p>
  </header>
)

export const ApplicationFacts = ({ detail }: { detail: ApplicationDetail }) => (
  <div class="work-columns">
    <div class="pass-column">
      <section class="stack">
        <h2>{tw('detail.compare')}</h2>
        <CompareTable detail={detail} />
      </section>
      <HealthFacts health={detail.health} flags={detail.flags} />
      <WorkplaceFacts detail={detail} />
    </div>
    <div class="pass-column">
      <FlagList flags={detail.flags} />
      {detail.card !== null && (
        <section class="panel stack">
          <h2>{tw('card.title')}</h2>
          <p>
            <a href={`#/passes/${detail.card.serial}`}>{tw('card.open', { serial: detail.card.serial })}</a>
          </p>
        </section>
      )}
      <PhotoList number={detail.number} photos={detail.photos} />
      <OtherPapers facts={detail.facts} />
      <History steps={detail.history} />
    </div>
  </div>
)
