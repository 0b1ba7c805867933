import type { Bus, Change } from '../ports/bus.ts'
import { connectRedis } from './redis-connection.ts'

export type RedisBusOptions = {
  /** One address, or several of a cluster with commas between. */
  readonly url: string
  /** What servers of one installation have in common and nobody else knows. */
  readonly name: string
  /** This server among them. */
  readonly server: string
  /** Hears everything that the others say, and answers when Redis does not. */
  readonly local: Bus
  /** The others can be reached again: what was said meanwhile was not heard. */
  readonly onJoin: () => void
  readonly onError: (error: unknown) => void
}

/** Counts and starts the window with the first, in one step. */
const COUNT = `local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}`

/**
 * Fan-out, limits and presence over several servers. Nothing lasting is here, and nothing waits for it: while Redis does
 * not answer, this server goes on alone, and the watch on the storage finds what the others change.
 */
export function createRedisBus({ url, name, server, local, onJoin, onError }: RedisBusOptions): Bus {
  const redis = connectRedis(url, { onReady: onJoin, onError })
  const channel = `checkpoint:${name}`
  const keyOf = (kind: string, word: string): string => `checkpoint:${name}:${kind}:${word}`
  redis
    .listen(channel, text => {
      const { from, change } = JSON.parse(text) as { from: string; change: Change }
      if (from !== server) local.publish(change)
    })
    .catch(onError)

  /** What Redis answers, or, when it does not, this server alone. */
  const orAlone = async <T>(ask: () => Promise<T>, alone: () => Promise<T>): Promise<T> => {
    if (!redis.isReady()) return alone()
    try {
      return await ask()
    } catch (error) {
      onError(error)
      return alone()
    }
  }
  return {
    publish(change) {
      local.publish(change)
      if (redis.isReady()) redis.send(channel, ['PUBLISH', channel, JSON.stringify({ from: server, change })]).catch(onError)
    },
    subscribe: listener => local.subscribe(listener),
    countUse: (word, windowMs) =>
      orAlone(
        async () => {
          const key = keyOf('use', word)
          const [count, leftMs] = (await redis.send(key, ['EVAL', COUNT, '1', key, String(windowMs)])) as [number, number]
          return { count, leftMs: Math.max(0, leftMs) }
        },
        () => local.countUse(word, windowMs)
      ),
    takeOnce: (word, lifeMs) =>
      orAlone(
        async () => {
          const key = keyOf('once', word)
          return (await redis.send(key, ['SET', key, '1', 'NX', 'PX', String(lifeMs)])) !== null
        },
        () => local.takeOnce(word, lifeMs)
      ),
    present: async (device, lifeMs) => {
      await local.present(device, lifeMs)
      const key = keyOf('here', device)
      await orAlone(
        async () => void (await redis.send(key, ['SET', key, server, 'PX', String(lifeMs)])),
        async () => {}
      )
    },
    whoIsPresent: devices =>
      orAlone(
        async () => {
          const found = await Promise.all(
            devices.map(device => redis.send(keyOf('here', device), ['EXISTS', keyOf('here', device)]))
          )
          return new Set(devices.filter((_device, index) => found[index] === 1))
        },
        () => local.whoIsPresent(devices)
      ),
    state: () => (redis.isReady() ? 'joined' : 'degraded'),
    async close() {
      redis.end()
      await local.close()
    }
  }
}
