import { type Caller, call } from '../support/remote.ts'
import { type Chance, sleep } from './chance.ts'

/** A desk that issues passes, each with its key, and repeats a request until it knows what came of it. */
export type Desk = {
  readonly serials: readonly number[]
  /** Requests that were begun by a server that died: made or not, but not twice. */
  readonly unknown: number
  issueUntil(isOver: () => boolean): Promise<void>
}

export function createDesk(staff: Caller, site: number, name: string, servers: readonly string[], chance: Chance): Desk {
  const serials: number[] = []
  let unknown = 0
  const issueOne = async (key: string): Promise<void> => {
    const caller = { ...staff, headers: { ...staff.headers, 'idempotency-key': key } }
    for (;;) {
      try {
        const wish = { kind: 'person', name: '模拟', site, hours: 24 }
        const answer = await call(chance.pick(servers), caller, ['POST', '/api/v1/passes'], wish)
        if (answer.status === 201) return void serials.push(answer.body.serial)
        if (answer.status === 409) return void unknown++
      } catch {
        // cut off: the key tells whether it was done
      }
      await sleep(100 + chance.below(300))
    }
  }
  return {
    serials,
    get unknown() {
      return unknown
    },
    async issueUntil(isOver) {
      for (let number = 1; !isOver(); number++) {
        await issueOne(`${name}-pass-${number}`)
        await sleep(20)
      }
    }
  }
}
