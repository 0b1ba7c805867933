import type { PassRow } from '../ports/storage.ts'
import type { Context } from './context.ts'
import { publishTrust } from './issuing-keys.ts'

/**
 * Keeps the right of duty passes that are about to be stored; the returned function tells the gates, once the passes are
 * there. The right comes first: left alone by a crash it belongs to a serial that nobody ever gets.
 */
export async function grantSupervisors(ctx: Context, passes: readonly PassRow[]): Promise<() => Promise<void>> {
  if (passes.length === 0) return async () => {}
  await ctx.storage.grantSupervisors(passes.map(({ serial, endsAt }) => ({ serial, endsAt })))
  return () => publishTrust(ctx)
}
