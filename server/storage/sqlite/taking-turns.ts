import type { Engine } from '../engine.ts'

/** The database has one process, so a queue for each name is enough. */
export function takingTurns(): Engine['exclusively'] {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    return turn
  }
}
