import type { OwnRedis } from '../support/redis.ts'
import type { Server } from '../support/servers.ts'
import { type Chance, sleep } from './chance.ts'
import type { OwnPostgres } from './own-postgres.ts'
import type { TcpProxy } from './tcp-proxy.ts'

export type Victims = {
  readonly servers: readonly Server[]
  readonly postgres: OwnPostgres
  readonly redis: OwnRedis
  readonly toPostgres: TcpProxy
  readonly toRedis: TcpProxy
  readonly toServers: readonly TcpProxy[]
}
type Fault = (victims: Victims, chance: Chance) => Promise<void>

const slow = async (proxy: TcpProxy, delayMs: number, forMs: number): Promise<void> => {
  proxy.delay(delayMs)
  await sleep(forMs)
  proxy.delay(0)
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'kill -9 of a server': async ({ servers }, chance) => {
    const server = chance.pick(servers)
    await server.kill()
    await sleep(200 + chance.below(800))
    await server.start()
  },
  'connections to PostgreSQL cut': async ({ toPostgres }) => toPostgres.cut(),
  'connections of the phones cut': async ({ toServers }, chance) => chance.pick(toServers).cut(),
  'PostgreSQL crashes': async ({ postgres }, chance) => {
    await postgres.crash()
    await sleep(chance.below(1_500))
    await postgres.start()
  },
  'PostgreSQL slow': ({ toPostgres }) => slow(toPostgres, 40, 1_000),
  'Redis killed': async ({ redis }, chance) => {
    await redis.stop()
    await sleep(chance.below(1_500))
    await redis.start()
  },
  'connections to Redis cut': async ({ toRedis }) => toRedis.cut(),
  'Redis slow': ({ toRedis }) => slow(toRedis, 300, 1_000)
}

/** One fault after the other, each kind in turn, until it is over; how often each came. */
export async function causeFaults(
  victims: Victims,
  chance: Chance,
  isOver: () => boolean,
  note: (text: string) => void
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (let turn = 0; !isOver(); turn++) {
    const names = Object.keys(FAULTS)
    const name = turn < names.length ? (names[turn] ?? '') : chance.pick(names)
    note(name)
    await FAULTS[name]?.(victims, chance)
    counts[name] = (counts[name] ?? 0) + 1
    await sleep(200 + chance.below(800))
  }
  return counts
}
