import { useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { CopyButton } from '../../../ui/components/copy-button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { type MyEmployer, type WorkerView, workerLeft } from '../../employer/api.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { newDraft } from '../../work/draft.ts'
import { draftOf, keepDraft } from '../../work/kept.ts'
import { onPage, sayProblem, term, timeOf } from '../../work/say.ts'
import { newSecret } from '../../work/secret.ts'
import { SureButton } from '../work/sure-button.tsx'

type Props = {
  kept: KeptEmployer
  employer: MyEmployer
  worker: WorkerView
  isChosen: boolean
  onChoose: (is: boolean) => void
  onChange: () => Promise<void>
}

/** A worker as the employer may see it: the state, nothing of the declaration. */
export function WorkerCard({ kept, employer, worker, isChosen, onChoose, onChange }: Props) {
  const [isShown, setShown] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const { number, inviteLink, card, question } = worker
  const left = async (): Promise<void> => {
    const answer = await workerLeft(kept, number)
    setWrong(answer.ok ? null : answer.failure.code)
    if (answer.ok) await onChange()
  }
  return (
    <li class="card worker" data-worker={number} data-worker-state={worker.state}>
      <label class="tick worker-name">
        <input type="checkbox" checked={isChosen} onChange={event => onChoose(event.currentTarget.checked)} />
        <span>
          {worker.name} <span class="soft numbers">{worker.documentMasked}</span>
        </span>
      </label>
      <p>
        <strong>{term(`state.${worker.state}`)}</strong>
        {worker.declaredBy === 'clerk' && <span class="soft"> · {es('declaredByClerk')}</span>}
        {worker.dueAt !== null && (worker.state === 'submitted' || worker.state === 'under-review') && (
          <span class="soft numbers"> · {onPage('due', { time: timeOf(worker.dueAt) })}</span>
        )}
      </p>
      {card !== null && <CardLine card={card} dailyReport={employer.dailyReport} />}
      {question !== null && <p class="words question-line">{question}</p>}
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      <div class="worker-keys">
        {inviteLink !== null && (
          <>
            <CopyButton text={inviteLink} label={es('copyLink')} done={term('copied')} />
            <Button onClick={() => setShown(!isShown)}>{es('showQr')}</Button>
          </>
        )}
        {worker.state === 'draft' && <Button onClick={() => declare(kept, employer, worker)}>{es('declareFor')}</Button>}
        {question !== null && <Button onClick={() => declare(kept, employer, worker)}>{es('answerFor')}</Button>}
        {card?.link != null && (
          <ButtonLink href={card.link.slice(card.link.indexOf('#'))} data-card-link>
            {es('openCard')}
          </ButtonLink>
        )}
        <SureButton label={es('left')} sure={es('leftSure')} onSure={() => void left()} />
      </div>
      {isShown && inviteLink !== null && (
        <div class="link-qr">
          <QrCode text={inviteLink} what={worker.name} />
        </div>
      )}
    </li>
  )
}

const CardLine = ({ card, dailyReport }: { card: NonNullable<WorkerView['card']>; dailyReport: boolean }) => (
  <p class="soft">
    {card.status === 'valid' ? es('validUntil', { time: timeOf(card.end) }) : term(`card.${card.status}`)}
    {card.status === 'held' && card.hold !== null && ` · ${term(`hold.${card.hold}`)}`}
    {dailyReport && (card.status === 'valid' || card.status === 'held') && (
      <> · {es(card.reportedToday ? 'reportedToday' : 'notReported')}</>
    )}
  </p>
)

/** The clerk's form for somebody without a phone; what the employer knows is filled in. */
function declare(kept: KeptEmployer, employer: MyEmployer, worker: WorkerView): void {
  const key = `c${worker.number}`
  if (draftOf(key) === null) {
    const mode = { kind: 'clerk', employer: kept.id, number: worker.number } as const
    const { name, creditCode, contact } = employer
    const fields = { name: worker.name, company: name, creditCode, contact: contact.name, companyPhone: contact.phone }
    keepDraft(newDraft({ key, secret: newSecret(), mode, now: Date.now(), fields }))
  }
  location.hash = `#/employer/${kept.id}/form/${key}`
}
