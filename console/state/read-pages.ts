import type { Page } from '../../shared/schema/common.ts'
import type { Answer } from '../../ui/api/client.ts'
import { ok } from '../../shared/result.ts'

/** Page after page until the end or until there are `most`; `isWhole`: nothing was left. */
export async function readPages<T>(
  read: (cursor: string | undefined) => Promise<Answer<Page<T>>>,
  most: number
): Promise<Answer<{ readonly items: readonly T[]; readonly isWhole: boolean }>> {
  const items: T[] = []
  let cursor: string | undefined
  for (;;) {
    const answer = await read(cursor)
    if (!answer.ok) return answer
    items.push(...answer.value.items)
    const { next } = answer.value
    if (next === null || items.length >= most)
      return ok({ items: items.slice(0, most), isWhole: next === null && items.length <= most })
    cursor = next
  }
}
