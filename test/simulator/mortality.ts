import type { GateDatabase } from '../../scanner/log/gate-database.ts'
import type { Random } from '../support/frames/random.ts'

/** The phone stopped between two steps: nothing of what was in memory goes on. */
export class Death extends Error {}

/** One life of a phone's page. After its death every step of what was under way fails. */
export type Life = {
  readonly isOver: () => boolean
  /** A step that the phone may not reach. */
  step(): void
  /** Whether it dies now; for steps that can be half done. */
  ends(): boolean
}

export function createLife(random: Random, chance: number): Life {
  let over = false
  const ends = (): boolean => {
    if (!over && random.next() < chance) over = true
    return over
  }
  return {
    isOver: () => over,
    ends,
    step() {
      if (ends()) throw new Death()
    }
  }
}

/** The database as a phone that can die sees it: before a transaction, in it (nothing is kept), or behind it (all is). */
export function mortalDatabase(db: GateDatabase, life: Life): GateDatabase {
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        life.step()
        const result: unknown = Reflect.apply(value, target, args)
        return name === 'transaction' && args[1] === 'readwrite' ? mortalTransaction(result as Transaction, life) : result
      }
    }
  })
}

type Transaction = { abort(): void; readonly done: Promise<void> }

const mortalTransaction = (transaction: Transaction, life: Life): Transaction =>
  new Proxy(transaction, {
    get(target, name) {
      if (name === 'done') return settled(target, life)
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    }
  })

function settled(transaction: Transaction, life: Life): Promise<void> {
  const { done } = transaction
  if (!life.ends()) return done.then(() => life.step())
  done.catch(() => undefined) // it is the abort itself
  transaction.abort()
  return Promise.reject(new Death())
}
