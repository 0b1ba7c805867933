import type { Context } from '../context.ts'

const DAY_MS = 86_400_000
/** Rows that nobody corrected go after this time, and uploads that were cut off after a day. */
const KEPT_MS = 7 * DAY_MS
const LOOKED_AT = 1_000

/** Removes the rows of lists that nobody works on any more; that there was an import stays written. */
export async function forgetImports(ctx: Context): Promise<void> {
  const now = ctx.env.now()
  for (const row of await ctx.storage.registerImports(null, LOOKED_AT)) {
    const age = now - row.updatedAt
    const isOver = row.state === 'cancelled' || age > (row.state === 'receiving' ? DAY_MS : KEPT_MS)
    const isAtWork = row.state === 'checking' || row.state === 'importing'
    if (!isOver || isAtWork) continue
    if (row.state !== 'done' && row.state !== 'cancelled') {
      const moved = await ctx.storage.moveImport({ id: row.id, step: row.step, state: 'cancelled', at: now, body: row.body })
      if (moved !== 'moved') continue
    }
    while (await ctx.storage.clearImport(row.id, 'everything')) await new Promise(setImmediate)
  }
}
