import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createInProcessBus } from '../../server/bus/in-process-bus.ts'
import { createRedisBus } from '../../server/bus/redis-bus.ts'
import type { Bus } from '../../server/ports/bus.ts'
import { ownRedis, reachableRedis } from '../support/redis.ts'
import { busContract, eventually } from './bus-contract.ts'

const fail = (error: unknown): void => {
  throw error
}

const join = (url: string, name: string, onJoin = (): void => {}): Bus =>
  createRedisBus({ url, name, server: randomUUID(), local: createInProcessBus(fail), onJoin, onError: () => {} })

async function joined(url: string, count: number): Promise<Bus[]> {
  const name = randomUUID()
  let ready = 0
  const buses = Array.from({ length: count }, () => join(url, name, () => ready++))
  await eventually(() => ready >= count && buses.every(bus => bus.state() === 'joined'))
  // A subscription is there a moment after its connection.
  await new Promise(resolve => setTimeout(resolve, 50))
  return buses
}

t.test('in one process', async t => {
  busContract(t, async () => [createInProcessBus(fail)], 1)
})

const url = await reachableRedis()
const skip = 'no server answers on localhost and TEST_REDIS_URL is not set'
if (url === null) t.pass('Redis', { skip })
else {
  t.test('over Redis', async t => {
    busContract(t, count => joined(url, count), 3)
  })
  t.test('installations do not hear each other', async t => {
    const [mine] = await joined(url, 1)
    const [theirs] = await joined(url, 1)
    t.teardown(() => Promise.all([mine?.close(), theirs?.close()]))
    theirs?.subscribe(() => t.fail('heard'))
    mine?.publish({ kind: 'trust' })
    await mine?.countUse('a', 1000)
    t.equal((await theirs?.countUse('a', 1000))?.count, 1)
  })
}

t.test('while Redis is away a server goes on alone, and joins again by itself', async t => {
  const redis = await ownRedis()
  if (redis === null) return void t.pass('Redis', { skip: 'redis-server is not installed' })
  t.teardown(() => redis.stop())
  const name = randomUUID()
  let joins = 0
  const buses = [join(redis.url, name, () => joins++), join(redis.url, name)] as const
  const [first, second] = buses
  t.teardown(() => Promise.all(buses.map(bus => bus.close())))
  t.ok(await eventually(() => first.state() === 'joined' && second.state() === 'joined'))
  await redis.stop()
  t.ok(await eventually(() => first.state() === 'degraded'))
  const begun = performance.now()
  const heard: string[] = []
  first.subscribe(({ kind }) => heard.push(kind))
  first.publish({ kind: 'trust' })
  t.same(heard, ['trust'], 'its own people hear it')
  t.same([(await first.countUse('a', 9000)).count, (await first.countUse('a', 9000)).count], [1, 2], 'it counts for itself')
  t.same([await first.takeOnce('w', 9000), await first.takeOnce('w', 9000)], [true, false])
  await first.present('d1', 9000)
  t.same([...(await first.whoIsPresent(['d1']))], ['d1'])
  t.ok(performance.now() - begun < 1000, 'and waits for nothing')
  await redis.start()
  t.ok(await eventually(() => first.state() === 'joined' && second.state() === 'joined', 10_000))
  t.ok(joins >= 2, 'it is told, so that it looks for what it missed')
  second.publish({ kind: 'status', list: 0 })
  t.ok(await eventually(() => heard.includes('status')), 'it hears the others again')
})

t.test('a server starts without Redis and joins when it comes', async t => {
  const redis = await ownRedis()
  if (redis === null) return void t.pass('Redis', { skip: 'redis-server is not installed' })
  t.teardown(() => redis.stop())
  await redis.stop()
  const bus = join(redis.url, randomUUID())
  t.teardown(() => bus.close())
  t.equal(bus.state(), 'degraded')
  t.equal((await bus.countUse('a', 1000)).count, 1)
  await redis.start()
  t.ok(await eventually(() => bus.state() === 'joined', 10_000))
})
