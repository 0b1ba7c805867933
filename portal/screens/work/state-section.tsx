import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { isOpenWorkState, nextWorkState } from '../../../shared/work/states.ts'
import { withdrawWork } from '../../work/api.ts'
import { fieldsOf, newDraft } from '../../work/draft.ts'
import { draftOf, keepDraft, type KeptWork } from '../../work/kept.ts'
import { leftUntil, onPage, sayProblem, term, timeOf } from '../../work/say.ts'
import { newSecret } from '../../work/secret.ts'
import type { MyWork } from '../../work/wire.ts'
import { SureButton } from './sure-button.tsx'

/** From when on renewing is offered: a review may take a weekend. */
const RENEW_MS = 4 * 86_400_000

type Props = { kept: KeptWork; work: MyWork; take: (next: MyWork) => void; load: () => Promise<void> }

/** Where the application stands, what is missing, when an answer was promised, and what can be done now. */
export function StateSection({ kept, work, take, load }: Props) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    const answer = await withdrawWork(kept)
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (answer.ok) take(answer.value)
    else if (answer.failure.code === 'work-state') await load()
  }
  const ends = work.card?.end ?? Number.POSITIVE_INFINITY
  const canRenew = work.declaration !== null && work.state === 'issued' && ends - Date.now() < RENEW_MS
  const isOver = work.state === 'rejected' || work.state === 'withdrawn' || work.state === 'lapsed'
  return (
    <section class={`card stack-gap work-state work-state-${work.state}`} data-state={work.state}>
      <h2>{term(`state.${work.state}`)}</h2>
      <p>{onPage(`say.${work.state}`)}</p>
      <Missing work={work} />
      <Due work={work} />
      {work.reason !== null && (
        <p>
          <strong>{onPage('reason')}</strong> {term(`reject.${work.reason}`)}
        </p>
      )}
      {work.note !== null && (
        <p class="words">
          <strong>{onPage('note')}</strong> {work.note}
        </p>
      )}
      {work.employer !== null && (
        <p class="soft">
          {onPage('employer')}: {work.employer.name}
          {work.declaredBy === 'clerk' && ` · ${onPage('declaredBy')}`}
        </p>
      )}
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      <div class="work-row">
        {work.state === 'draft' && (
          <Button look="primary" onClick={() => declare(kept, work)} data-declare>
            {onPage('declare')}
          </Button>
        )}
        {(isOver || canRenew) && (
          <Button look="primary" onClick={() => again(work)} data-again>
            {onPage(canRenew ? 'renew' : 'again')}
          </Button>
        )}
        {nextWorkState(work.state, 'withdraw') !== null && (
          <SureButton label={onPage('withdraw')} sure={onPage('withdrawSure')} busy={busy} onSure={() => void withdraw()} />
        )}
      </div>
    </section>
  )
}

function Missing({ work }: { work: MyWork }) {
  const wanted = !isOpenWorkState(work.state) ? [] : work.photosAsked.filter(kind => !work.photosSent.includes(kind))
  const { card } = work
  const missing = [
    ...(work.state === 'draft' ? [onPage('missing.declaration')] : []),
    ...(work.state === 'more-info' && work.question !== null ? [onPage('missing.answer')] : []),
    ...wanted.map(kind => term(`photo.${kind}`)),
    ...(card?.dailyReport && !card.reportedToday && isStanding(card.status) ? [onPage('missing.report')] : [])
  ]
  if (missing.length === 0 || work.state === 'withdrawn' || work.state === 'lapsed' || work.state === 'rejected') return null
  return (
    <div class="missing" data-missing>
      <strong>{onPage('missing')}</strong>
      <ul>
        {missing.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}

const isStanding = (status: string): boolean => status === 'valid' || status === 'held'

function Due({ work }: { work: MyWork }) {
  if (work.dueAt === null || (work.state !== 'submitted' && work.state !== 'under-review')) return null
  const left = leftUntil(work.dueAt, work.serverTime)
  return work.isLate || left === null ? (
    <p data-due>{onPage('late')}</p>
  ) : (
    <p class="numbers" data-due>
      <strong>{onPage('due', { time: timeOf(work.dueAt) })}</strong> <span class="soft">{onPage('dueIn', { left })}</span>
    </p>
  )
}

/** An invited worker declares with a secret of the own phone; the employer's link is void afterwards. */
function declare(kept: KeptWork, work: MyWork): void {
  const key = `i${kept.number}`
  if (draftOf(key) === null) {
    const mode = { kind: 'invited', number: kept.number, link: kept.secret, employer: work.employer?.name ?? '' } as const
    const { name = '', site = null } = work.invitation ?? {}
    const fields = {
      forWhom: 'self',
      purpose: work.purpose,
      name,
      company: work.employer?.name ?? '',
      site: site === null ? '' : String(site)
    }
    keepDraft(newDraft({ key, secret: newSecret(), mode, now: Date.now(), fields }))
  }
  location.hash = `#/work/form/${key}`
}

/** A new application with what stays the same; health is always asked anew. */
function again({ declaration, purpose }: MyWork): void {
  const secret = newSecret()
  const key = secret.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)
  const fields = declaration === null ? { purpose } : fieldsOf(declaration, true)
  keepDraft(newDraft({ key, secret, mode: { kind: 'new' }, now: Date.now(), fields }))
  location.hash = `#/work/form/${key}`
}
