import { useRef, useState } from 'preact/hooks'
import { type Failure, newIdempotencyKey } from '../../ui/api/client.ts'
import type { Write } from '../api/endpoints.ts'

/**
 * One write of a form. Until the service has answered, the same content keeps the same key,
 * so that pressing again after a lost answer does not do it twice.
 */
export function useWrite<B, T>(write: Write<B, T>, onDone: (value: T) => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = useRef<{ content: string; key: string } | null>(null)
  const run = async (body: B): Promise<void> => {
    const content = JSON.stringify(body)
    if (attempt.current?.content !== content) attempt.current = { content, key: newIdempotencyKey() }
    setBusy(true)
    setFailure(null)
    const answer = await write(body, attempt.current.key)
    setBusy(false)
    if (answer.ok || answer.failure.status !== 0) attempt.current = null
    if (answer.ok) onDone(answer.value)
    else setFailure(answer.failure)
  }
  return { run, busy, failure, clear: () => setFailure(null) }
}
