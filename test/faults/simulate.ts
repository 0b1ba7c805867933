import pg from 'pg'
import { administrator, call, enrolRemote } from '../support/remote.ts'
import { ownRedis } from '../support/redis.ts'
import { startServers } from '../support/servers.ts'
import { createChance, sleep } from './chance.ts'
import { type Damage, findDamage } from './check.ts'
import { createDesk } from './desk.ts'
import { causeFaults } from './faults.ts'
import { ownPostgres } from './own-postgres.ts'
import { createPhone, type SimulatedPhone } from './phone.ts'
import { createTcpProxy } from './tcp-proxy.ts'

export type Plan = {
  readonly entries: number
  readonly seed: number
  readonly servers: number
  readonly phones: number
  readonly note: (text: string) => void
}
export type Report = { readonly entries: number } & Damage & {
    readonly withheld: number
    readonly faults: Record<string, number>
    readonly seconds: number
  }

const SITES = [17, 18, 19]
const DESKS = 2

/** Phones deliver and desks issue while everything around them fails; null where PostgreSQL or Redis is not installed. */
export async function simulate(plan: Plan): Promise<Report | null> {
  const ends: (() => Promise<unknown>)[] = []
  try {
    const postgres = await ownPostgres()
    if (postgres === null) return null
    ends.push(() => postgres.end())
    const redis = await ownRedis()
    if (redis === null) return null
    ends.push(() => redis.stop())
    const toPostgres = await createTcpProxy(postgres.port)
    const toRedis = await createTcpProxy(Number(new URL(redis.url).port))
    ends.push(() => Promise.all([toPostgres.close(), toRedis.close()]))
    const servers = await startServers(plan.servers, {
      databaseUrl: `postgres://postgres@127.0.0.1:${toPostgres.port}/postgres`,
      redisUrl: `redis://127.0.0.1:${toRedis.port}`
    })
    ends.push(() => servers.end())
    const toServers = await Promise.all(servers.all.map(({ url }) => createTcpProxy(Number(new URL(url).port))))
    ends.push(() => Promise.all(toServers.map(proxy => proxy.close())))
    const direct = `postgres://postgres@127.0.0.1:${postgres.port}/postgres`
    return await run(plan, { servers: servers.all, postgres, redis, toPostgres, toRedis, toServers }, direct)
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

async function run(plan: Plan, victims: Parameters<typeof causeFaults>[0], databaseUrl: string): Promise<Report> {
  const addresses = victims.toServers.map(({ port }) => `http://127.0.0.1:${port}`)
  const first = addresses[0] ?? ''
  const staff = await administrator(first)
  const phones = await makePhones(plan, addresses)
  const desks = Array.from({ length: DESKS }, (_, index) =>
    createDesk(staff, SITES[0] ?? 0, `desk-${plan.seed}-${index}`, addresses, createChance(plan.seed + 7_000 + index))
  )
  const passesBefore = await countPasses(databaseUrl)
  const begun = performance.now()
  let isOver = false
  let failure: unknown = null
  const faults = causeFaults(victims, createChance(plan.seed), () => isOver, plan.note).catch((error: unknown) => {
    failure = error
    return {}
  })
  const issuing = desks.map(desk => desk.issueUntil(() => isOver))
  await Promise.all(phones.map(phone => phone.deliver()))
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  isOver = true
  const counts = await faults
  await Promise.all(issuing)
  if (failure !== null) throw failure
  const damage = await findDamage(databaseUrl, phones, desks, passesBefore)
  const acknowledged = phones.reduce((total, phone) => total + phone.acknowledged.size, 0)
  const withheld = phones.reduce((total, phone) => total + phone.withheld.size, 0)
  return { entries: acknowledged, ...damage, withheld, faults: counts, seconds }
}

async function makePhones({ entries, phones, seed }: Plan, servers: readonly string[]): Promise<SimulatedPhone[]> {
  const first = servers[0] ?? ''
  const staff = await administrator(first)
  const directory = (await call(first, staff, ['GET', '/api/v1/directory'])).body
  const made: SimulatedPhone[] = []
  for (let index = 0; index < phones; index++) {
    const site = SITES[index % SITES.length] ?? 0
    const gate = directory.gates.find((row: { site: number }) => row.site === site)?.id
    const address = `10.9.${Math.floor(index / 250)}.${1 + (index % 250)}`
    const device = await enrolRemote(first, { ...staff, address }, site, address)
    const count = Math.ceil(entries / phones)
    made.push(await createPhone({ device, gate, site, count, address, servers, chance: createChance(seed + index) }))
  }
  return made
}

async function countPasses(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as count from pass')
  await client.end()
  await sleep(0)
  return rows[0].count
}
