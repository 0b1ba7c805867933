import type { Page } from '../../shared/schema/common.ts'
import type { ApplicationDetail, QueueItem } from '../../shared/schema/work-review.ts'
import type { Answer, Failure } from '../../ui/api/client.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly detail: ApplicationDetail }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Somebody was faster, or it moved on or went: the next one is as good. */
const GONE: readonly string[] = ['claimed', 'work-state', 'not-found']
/** As many colleagues at once as a subdistrict has, and a second page for the slowest. */
const MOST_ROUNDS = 3

/** Claims the oldest that can be had. */
export async function takeNext(
  read: () => Promise<Answer<Page<QueueItem>>>,
  claim: (number: string) => Promise<Answer<ApplicationDetail>>
): Promise<Taken> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const page = await read()
    if (!page.ok) return { kind: 'failed', failure: page.failure }
    if (page.value.items.length === 0) return { kind: 'none' }
    for (const { number } of page.value.items) {
      const answer = await claim(number)
      if (answer.ok) return { kind: 'taken', detail: answer.value }
      if (!GONE.includes(answer.failure.code)) return { kind: 'failed', failure: answer.failure }
    }
  }
  return { kind: 'none' }
}
