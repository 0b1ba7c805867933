import type { Context } from './context.ts'
import { publishTrust } from './issuing-keys.ts'

/** Bundles that gates may have seen since the backup was made: they refuse an older one than they hold. */
const TRUST_VERSIONS = 1_000

/**
 * A restored service does not know what happened since its backup. Passes that were issued then exist on paper, so
 * their numbers are not given again; gates hold newer trust bundles, so the version goes beyond them.
 */
export async function goOnAfterRestore(ctx: Context, skippedPasses: number): Promise<void> {
  await ctx.storage.takePassNumbers(skippedPasses)
  await Promise.all(Array.from({ length: TRUST_VERSIONS }, () => ctx.storage.nextTrustVersion(ctx.env.now())))
  await publishTrust(ctx)
  await ctx.storage.audit({
    at: ctx.env.now(),
    actor: 'operator',
    action: 'restore',
    object: 'installation',
    detail: `${skippedPasses} pass numbers skipped`
  })
}
