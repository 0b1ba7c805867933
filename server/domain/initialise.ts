import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { tokenHash } from './accounts.ts'
import type { Context } from './context.ts'
import { newId, newToken } from './ids.ts'
import { addKey, PUBLISHED_AHEAD_SECONDS, publishTrust, SPARE_KEYS } from './issuing-keys.ts'

const SETUP_LINK_LIFE_MS = 7 * 24 * 3_600_000

export type RealmNames = { readonly name: string; readonly nameEn: string }

/**
 * Makes realm, keys and policy where they are missing; every step can be repeated, so a crash between two does no harm.
 * Of several servers that start at once, one does it.
 */
export const initialise = (ctx: Context, names: RealmNames): Promise<{ created: boolean }> =>
  ctx.storage.exclusively('initialise', () => makeWhatIsMissing(ctx, names))

async function makeWhatIsMissing(ctx: Context, names: RealmNames): Promise<{ created: boolean }> {
  const now = ctx.env.now()
  const created = await ctx.storage.createRealm({
    id: newId(ctx.env),
    ...names,
    createdAt: now,
    trustVersion: 1,
    trustIssuedAt: now,
    nextPassNumber: 0
  })
  const keys = await ctx.storage.keys()
  if (keys.some(({ keyId }) => !ctx.signer.has(keyId))) await ctx.signer.refresh()
  const has = (purpose: string): boolean => keys.some(key => key.purpose === purpose && key.revokedAt === null)
  let changed = false
  for (const purpose of ['root', 'status', 'issuing', 'sealing'] as const) {
    if (has(purpose)) continue
    await addKey(ctx, purpose, 0)
    for (let spare = 0; purpose === 'issuing' && spare < SPARE_KEYS; spare++) await addKey(ctx, purpose, PUBLISHED_AHEAD_SECONDS)
    changed = true
  }
  if ((await ctx.storage.policies()).length === 0) {
    await ctx.storage.addPolicy({ policy: DEFAULT_POLICY, note: '', createdAt: now, createdBy: '' })
    changed = true
  }
  if (changed) await publishTrust(ctx)
  return { created }
}

/** The address at which the first administrator chooses name and password; null when there is an administrator. */
export async function setupLink(ctx: Context): Promise<string | null> {
  const accounts = await ctx.storage.accounts()
  if (accounts.some(({ role, active }) => role === 'administrator' && active)) return null
  const token = newToken(ctx.env)
  await ctx.storage.addInvite({
    tokenHash: tokenHash(token),
    role: 'administrator',
    expiresAt: ctx.env.now() + SETUP_LINK_LIFE_MS,
    usedAt: null
  })
  return `${ctx.publicUrl()}/console/#setup=${token}`
}
