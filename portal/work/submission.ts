import type { Answer, Failure } from '../../ui/api/client.ts'

/** Failures after which the same request may do: nothing was said about its content. */
const PASSING: ReadonlySet<string> = new Set(['network', 'not-ready', 'internal', 'too-many-requests', 'storage-full'])
export const isPassing = ({ code, status }: Pick<Failure, 'code' | 'status'>): boolean => PASSING.has(code) || status >= 500

/** Seconds between tries: quick at first, then every half minute. */
export const pauseSeconds = (tries: number): number => Math.min(30, 2 ** Math.min(tries, 5))

type Sender<T> = {
  /** One try with a body. */
  readonly post: (body: string) => Promise<Answer<T>>
  /** Resolves after so many seconds, or sooner when the network comes back; false: somebody stopped it. */
  readonly wait: (seconds: number) => Promise<boolean>
  readonly onTry?: (tries: number, failure: Failure) => void
}
export type Sent<T> =
  | { readonly kind: 'answered'; readonly value: T; readonly body: string }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'stopped' }

/**
 * Sends a submission until it is answered. `bodies`: everything that was sent under this secret, the present one last. If the
 * service holds an earlier one (its answer was lost, and the form was changed meanwhile), that one is asked for its answer.
 */
export async function sendUntilAnswered<T>(bodies: readonly string[], { post, wait, onTry }: Sender<T>): Promise<Sent<T>> {
  const queue = [...bodies].reverse()
  let body = queue.shift()
  let first: Failure | null = null
  for (let tries = 1; body !== undefined; tries++) {
    const answer = await post(body)
    if (answer.ok) return { kind: 'answered', value: answer.value, body }
    const { failure } = answer
    if (isPassing(failure)) {
      onTry?.(tries, failure)
      if (!(await wait(pauseSeconds(tries)))) return { kind: 'stopped' }
      continue
    }
    first ??= failure
    if (failure.code !== 'idempotency-conflict') break
    body = queue.shift()
  }
  return { kind: 'refused', failure: first as Failure }
}
