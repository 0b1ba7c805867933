import { useEffect, useRef } from 'preact/hooks'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Spinner } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import type { useTakeNext } from './use-take-next.ts'

const WORDS = {
  issued: 'done.issued',
  approved: 'done.approved',
  rejected: 'done.rejected',
  'more-info': 'done.more-info',
  submitted: 'done.submitted'
} as const

type Props = { detail: ApplicationDetail; next: ReturnType<typeof useTakeNext> }

/** What the caller's decision came to; the focus is on the next one, so that a key leads there. */
export function Outcome({ detail, next }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const word = WORDS[detail.state as keyof typeof WORDS]
  return (
    <div class="stack" data-outcome={detail.state}>
      <Notice>
        {word !== undefined && <p>{tw(word)}</p>}
        <div class="button-row">
          <button
            ref={button}
            type="button"
            class="button button-primary"
            disabled={next.busy}
            onClick={() => void next.take()}
            data-take-next
          >
            {next.busy && <Spinner />} {tw('queue.next')}
          </button>
          <a class="button" href="#/work">
            {tw('detail.back')}
          </a>
        </div>
      </Notice>
      {next.failure && <FailureNotice failure={next.failure} />}
      {next.isNone && <Notice>{tw('queue.none')}</Notice>}
    </div>
  )
}
