import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { noticeText } from '../../../shared/work/notice-words.ts'
import { shownLanguage } from '../../state/shown-language.ts'
import { askNotices, readNotices } from '../../work/api.ts'
import type { WorkProof } from '../../work/kept.ts'
import { canPush, type PushOutcome, subscribe } from '../../work/push.ts'
import { onPage, timeOf } from '../../work/say.ts'
import type { WorkNotice } from '../../work/wire.ts'

/** The inbox, newest first; opening it is reading it. */
export function NoticesSection({ proof, unread, onRead }: { proof: WorkProof; unread: number; onRead: () => unknown }) {
  const [items, setItems] = useState<readonly WorkNotice[] | null>(null)
  const [isOpen, setOpen] = useState(false)
  const load = async (): Promise<void> => {
    const answer = await askNotices(proof)
    if (!answer.ok) return
    setItems(answer.value.items)
    const newest = answer.value.items[0]
    if (newest !== undefined && !newest.isRead && (await readNotices(proof, newest.id)).ok) onRead()
  }
  useEffect(() => {
    if (isOpen) void load()
  }, [isOpen, isOpen && unread > 0])
  return (
    <details class="card work-details" onToggle={event => setOpen(event.currentTarget.open)} data-notices>
      <summary>
        {onPage('notices')}
        {unread > 0 && (
          <strong class="unread">
            {unread} {onPage('unread')}
          </strong>
        )}
      </summary>
      <div class="stack-gap">
        {items?.length === 0 && <p class="soft">{onPage('noNotices')}</p>}
        <ul class="stack-gap">
          {items?.map(({ id, at, kind, isRead }) => (
            <li key={id}>
              <span class="soft small numbers">{timeOf(at)}</span>
              <p class={isRead ? '' : 'notice-unread'}>{noticeText(kind, shownLanguage.value)}</p>
            </li>
          ))}
        </ul>
        <PushButton proof={proof} />
      </div>
    </details>
  )
}

function PushButton({ proof }: { proof: WorkProof }) {
  const [outcome, setOutcome] = useState<PushOutcome | null>(canPush() ? null : 'impossible')
  const [busy, setBusy] = useState(false)
  const turnOn = async (): Promise<void> => {
    setBusy(true)
    setOutcome(await subscribe(proof))
    setBusy(false)
  }
  return (
    <div class="stack-gap">
      {(outcome === null || outcome === 'later') && (
        <Button busy={busy} onClick={() => void turnOn()}>
          {onPage('pushOn')}
        </Button>
      )}
      {outcome !== null && <p role="status">{onPage(`push.${outcome}`)}</p>}
    </div>
  )
}
