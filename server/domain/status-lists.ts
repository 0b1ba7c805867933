import { deflateSync } from 'node:zlib'
import { indexOf, listOf, type PassStatus, packStatuses } from '../../shared/status/status-list.ts'
import type { Context } from './context.ts'
import { signJws } from './jws.ts'
import { existingRealm, statusKey } from './trust.ts'

export type SignedList = { readonly list: number; readonly version: number; readonly jwt: string }

/** A list is signed anew at least this often while somebody asks, so that "as of" stays fresh. */
const REFRESH_MS = 5 * 60_000
/** A verifier should ask again after this many seconds (the draft's `ttl`). */
const TTL_SECONDS = 300

export type StatusPublisher = {
  list(number: number): Promise<SignedList | null>
  all(): Promise<SignedList[]>
  /** Since the lists were signed that would be served now; null: none are held. */
  ageMs(): number | null
  /** Forget what was signed: a status changed. */
  forget(list?: number): void
}

/** Token Status Lists (draft-ietf-oauth-status-list) of all passes that can still be shown, two bits a pass. */
export function statusPublisher(ctx: Context): StatusPublisher {
  const held = new Map<number, SignedList>()
  /** Counts changes, so that a list which was read before a change and signed after it is not kept. */
  let changes = 0
  let building: Promise<void> | null = null

  const build = async (): Promise<void> => {
    const before = changes
    const now = ctx.env.now()
    const realm = await existingRealm(ctx)
    const exceptions = await ctx.storage.statusExceptions(Math.floor(now / 1000) - 3600)
    const key = statusKey(await ctx.storage.keys())
    const byList = Map.groupBy(exceptions, row => listOf(row.serial))
    const count = Math.max(1, listOf(Math.max(0, realm.nextPassNumber - 1)) + 1)
    const signed = await Promise.all(
      Array.from({ length: count }, async (_, list) => ({
        list,
        version: now,
        jwt: await signJws(ctx.signer, key.keyId, 'statuslist+jwt', claims(ctx, list, now, byList.get(list) ?? []))
      }))
    )
    held.clear()
    if (changes === before) for (const one of signed) held.set(one.list, one)
  }
  const fresh = async (): Promise<void> => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const [first] = held.values()
      if (first !== undefined && ctx.env.now() - first.version < REFRESH_MS) return
      building ??= build().finally(() => {
        building = null
      })
      await building
    }
  }
  return {
    async list(number) {
      await fresh()
      return held.get(number) ?? null
    },
    async all() {
      await fresh()
      return [...held.values()]
    },
    ageMs() {
      const [first] = held.values()
      return first === undefined ? null : ctx.env.now() - first.version
    },
    forget() {
      changes++
      held.clear()
    }
  }
}

function claims(ctx: Context, list: number, now: number, rows: readonly { serial: number; status: PassStatus }[]): object {
  const bits = packStatuses(rows.map(row => [indexOf(row.serial), row.status] as const))
  return {
    sub: `${ctx.publicUrl()}/api/v1/gate/status/${list}`,
    iat: Math.floor(now / 1000),
    ttl: TTL_SECONDS,
    status_list: { bits: 2, lst: deflateSync(bits, { level: 9 }).toString('base64url') }
  }
}
