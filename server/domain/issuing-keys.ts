import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import type { IssuingKey } from '../../shared/trust/trust-bundle.ts'
import { epochSeconds } from '../../shared/time.ts'
import type { IssuingKeyRow } from '../ports/storage.ts'
import type { Context } from './context.ts'

/** A leaked key costs at most this many passes. */
export const MAX_PASSES_PER_KEY = 10_000
/** Gates that synchronise once a day know a key before its first pass. */
export const PUBLISHED_AHEAD_SECONDS = 24 * 3600
/** Fresh keys kept ready, beside the one in use. */
export const SPARE_KEYS = 2
/** Three years: the longest pass (16,383 h) issued in the key's first year ends before. */
const KEY_LIFE_SECONDS = 3 * 366 * 24 * 3600

export type KeyAllowance = { readonly keyId: string; readonly free: number }

/** Adds a key and publishes it: usable after 24 h, or at once where no gate can have missed it. */
export async function addKey(ctx: Context, purpose: IssuingKeyRow['purpose'], delaySeconds: number): Promise<IssuingKeyRow> {
  for (;;) {
    const { keyId, publicKey } = await ctx.signer.createKey()
    const now = ctx.env.now()
    const notBefore = Math.floor(now / 1000) + delaySeconds
    const row = {
      keyId,
      purpose,
      publicKey,
      createdAt: now,
      notBefore,
      notAfter: notBefore + KEY_LIFE_SECONDS,
      signedCount: 0,
      revokedAt: null
    }
    if (await ctx.storage.addKey(row)) return row
  }
}

/**
 * Keys that may sign `count` passes now, in the order of use. When the published ones do not suffice, fresh keys start
 * at once (the caller is told by the audit log): gates that are online learn them within seconds. `underWay`: signatures
 * that these keys have given before and that are not counted yet.
 */
export async function keysToSign(ctx: Context, count: number, underWay = 0): Promise<KeyAllowance[]> {
  return without(await keysFor(ctx, count + underWay), underWay)
}

function without(keys: readonly KeyAllowance[], taken: number): KeyAllowance[] {
  const left: KeyAllowance[] = []
  let toTake = taken
  for (const { keyId, free } of keys) {
    const used = Math.min(free, toTake)
    toTake -= used
    if (used < free) left.push({ keyId, free: free - used })
  }
  return left
}

async function keysFor(ctx: Context, count: number): Promise<KeyAllowance[]> {
  const now = Math.floor(ctx.env.now() / 1000)
  const rows = (await ctx.storage.keys()).filter(key => key.purpose === 'issuing' && key.revokedAt === null)
  if (rows.some(({ keyId }) => !ctx.signer.has(keyId))) await ctx.signer.refresh()
  const usable = rows.filter(key => key.notBefore <= now && key.signedCount < MAX_PASSES_PER_KEY && ctx.signer.has(key.keyId))
  const chosen: KeyAllowance[] = []
  let free = 0
  for (const key of usable.sort((a, b) => b.signedCount - a.signedCount || a.createdAt - b.createdAt)) {
    if (free >= count) break
    chosen.push({ keyId: key.keyId, free: MAX_PASSES_PER_KEY - key.signedCount })
    free += MAX_PASSES_PER_KEY - key.signedCount
  }
  let changed = false
  while (free < count) {
    const key = await addKey(ctx, 'issuing', 0)
    await ctx.storage.audit({
      at: ctx.env.now(),
      actor: 'system',
      action: 'key-early',
      object: key.keyId,
      detail: 'no published key was left'
    })
    chosen.push({ keyId: key.keyId, free: MAX_PASSES_PER_KEY })
    free += MAX_PASSES_PER_KEY
    changed = true
  }
  const spares = rows.filter(key => key.signedCount === 0 && !chosen.some(({ keyId }) => keyId === key.keyId))
  for (let missing = SPARE_KEYS - spares.length; missing > 0; missing--) {
    await addKey(ctx, 'issuing', PUBLISHED_AHEAD_SECONDS)
    changed = true
  }
  if (changed) await publishTrust(ctx)
  return chosen
}

/** A new version of the trust bundle is due; everybody who serves it is told. */
export async function publishTrust(ctx: Context): Promise<void> {
  await ctx.storage.nextTrustVersion(ctx.env.now())
  ctx.bus.publish({ kind: 'trust' })
}

/** A withdrawn key makes every pass that it signed worthless at the next contact of a gate. */
export async function withdrawKey(ctx: Context, keyId: string): Promise<boolean> {
  const done = await ctx.storage.revokeKey(keyId, ctx.env.now())
  if (done) await publishTrust(ctx)
  return done
}

export const publishedKey = (row: IssuingKeyRow): IssuingKey => ({
  keyId: row.keyId,
  publicKey: row.publicKey,
  kinds: Object.keys(PASS_KINDS) as PassKind[],
  sites: null,
  notBefore: epochSeconds(row.notBefore),
  notAfter: epochSeconds(row.notAfter),
  revoked: row.revokedAt !== null
})
