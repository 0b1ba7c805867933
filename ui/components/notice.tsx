import type { ComponentChildren } from 'preact'
import type { Failure } from '../api/client.ts'
import { problemSentence } from '../api/problem-sentence.ts'
import { tc } from '../i18n/common.ts'
import { Button } from './button.tsx'

type Tone = 'info' | 'warn' | 'error'

/** A sentence that must be seen. Errors interrupt a screen reader, the others wait their turn. */
export const Notice = ({ tone = 'info', children }: { tone?: Tone; children: ComponentChildren }) => (
  <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
    {children}
  </div>
)

/** What failed, in the reader's language, and a way to try again where that can help. */
export const FailureNotice = ({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) => (
  <Notice tone="error">
    <p>{problemSentence(failure)}</p>
    {failure.requestId !== null && failure.status >= 500 && (
      <p class="small">{tc('state.errorNumber', { id: failure.requestId })}</p>
    )}
    {onRetry && <Button onClick={onRetry}>{tc('action.retry')}</Button>}
  </Notice>
)

/** An empty place says what would be here and how it gets here. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty" role="status">
    <p class="empty-title">{title}</p>
    {children}
  </div>
)
