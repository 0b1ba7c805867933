import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { createInProcessBus } from '../../server/bus/in-process-bus.ts'
import { addAccount } from '../../server/domain/accounts.ts'
import { type Context, OPERATOR, type Outcome } from '../../server/domain/context.ts'
import { addCommunity, addGate, addSite } from '../../server/domain/directory.ts'
import { initialise } from '../../server/domain/initialise.ts'
import { openFileSigner } from '../../server/keys/file-signer.ts'
import { createScryptHasher } from '../../server/keys/scrypt-hasher.ts'
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts'

export const NOW = Date.UTC(2026, 10, 24, 0, 0, 0)
export const PASSWORD = 'correct horse battery'

/** A service in a folder, on the real storage and keys, with a clock that the test sets and a cheap password hash. */
export type TestService = {
  readonly ctx: Context
  readonly app: FastifyInstance
  readonly clock: { now: number }
  /** Ids of two communities; sites 1 and 2 are theirs, each with one gate. */
  readonly communities: readonly [string, string]
  readonly gates: readonly [string, string]
  close(): Promise<void>
}

/** `distDir`: the pages are served, too. A clock of its own lets time go on by itself. */
export type TestOptions = {
  readonly clock?: { now: number }
  readonly distDir?: string
  readonly publicUrl?: string
}

export async function startService(
  dir: string,
  { clock = { now: NOW }, distDir, publicUrl = 'http://localhost' }: TestOptions = {}
): Promise<TestService> {
  mkdirSync(dir, { recursive: true })
  const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))
  const storage = await openSqliteStorage({ file: join(dir, 'checkpoint.db') })
  const ctx: Context = {
    storage,
    bus: createInProcessBus(error => {
      throw error
    }),
    signer: openFileSigner(join(dir, 'keys'), new Uint8Array(32).fill(7), random),
    passwords: createScryptHasher(random, 16),
    env: { now: () => clock.now, randomBytes: random },
    publicUrl: () => publicUrl
  }
  await initialise(ctx, { name: '测试街道', nameEn: 'Test Subdistrict' })
  const places: { community: string; gate: string }[] = []
  if ((await storage.communities()).length === 0) {
    for (const [index, name] of ['甲社区', '乙社区'].entries()) {
      const community = must(await addCommunity(ctx, OPERATOR, { name, nameEn: `Community ${index + 1}` })).id
      must(await addSite(ctx, OPERATOR, { community, number: index + 1, name: `${name}小区`, nameEn: `Compound ${index + 1}` }))
      const gate = must(
        await addGate(ctx, OPERATOR, { site: index + 1, name: '东门', nameEn: 'East', directions: ['in', 'out'] })
      ).id
      const worker = {
        username: `worker${index + 1}`,
        displayName: `工作者${index + 1}`,
        role: 'community-worker' as const,
        community,
        password: PASSWORD
      }
      must(await addAccount(ctx, OPERATOR, worker))
      places.push({ community, gate })
    }
    must(
      await addAccount(ctx, OPERATOR, {
        username: 'admin',
        displayName: '管理员',
        role: 'administrator',
        community: null,
        password: PASSWORD
      })
    )
  }
  const app = await buildApp({ ctx, distDir: distDir ?? null, hasRateLimits: false })
  const [first, second] = places
  return {
    ctx,
    app,
    clock,
    communities: [first?.community ?? '', second?.community ?? ''],
    gates: [first?.gate ?? '', second?.gate ?? ''],
    async close() {
      await app.close()
      await storage.close()
    }
  }
}

/** Cookie header of a signed-in account. */
export async function signedIn(app: FastifyInstance, username: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password: PASSWORD } })
  if (answer.statusCode !== 200) throw new Error(`sign-in failed: ${answer.body}`)
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared by value
type Body = any
export type Ask = (
  method: NonNullable<InjectOptions['method']>,
  url: string,
  payload?: object
) => Promise<{ status: number; body: Body; headers: Record<string, unknown>; raw: Buffer }>

export const asStaff =
  (app: FastifyInstance, cookie: string): Ask =>
  async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? answer.json() : answer.body,
      headers: answer.headers,
      raw: answer.rawPayload
    }
  }

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}
