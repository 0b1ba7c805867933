import type { IssueLimit } from '../ports/pass-rows.ts'
import type { PassEventRow, PassRow } from '../ports/storage.ts'
import type { Context, Staff } from './context.ts'
import { MAX_PASSES_PER_KEY } from './issuing-keys.ts'
import { type PassToSign, signPasses } from './sign-passes.ts'
import { grantSupervisors } from './supervisors.ts'

type ToSign = { readonly staff: Staff; readonly toSign: readonly PassToSign[]; readonly limit?: IssueLimit | undefined }
type Complete = (rows: PassRow[]) => { passes: PassRow[]; events: PassEventRow[] }

/**
 * Signs and stores in one step; `conflict` when what is replaced cannot be replaced any more. A key that another server filled
 * meanwhile is left alone, and what it signed here is signed anew by the next one.
 */
export async function signAndAdd(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  { staff, toSign, limit }: ToSign,
  complete: Complete
): Promise<PassRow[] | 'conflict' | 'too-many'> {
  for (;;) {
    const { passes, events } = complete(await signPasses(ctx, serialOf, staff, toSign))
    const announce = await grantSupervisors(
      ctx,
      passes.filter((_row, at) => toSign[at]?.prepared.isSupervisor)
    )
    const done = await ctx.storage.addPasses(passes, events, MAX_PASSES_PER_KEY, limit)
    if (done === 'key-full') continue
    if (done !== 'added') return done
    await announce()
    return passes
  }
}
