import type { Exclusively } from './append-entry.ts'

/** Over all tabs and workers of this origin where the browser can, else within this page. */
export function exclusivelyIn(name: string): Exclusively {
  if ('locks' in navigator) return work => navigator.locks.request(name, work)
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined) // the failure is the caller's; the next one must still have its turn
    return mine
  }
}
