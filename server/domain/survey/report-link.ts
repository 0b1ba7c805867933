import type { ItemRow } from '../../ports/survey-storage.ts'
import type { Context } from '../context.ts'
import { secretOf } from '../shift-secrets.ts'

type Door = Pick<ItemRow, 'round' | 'household' | 'linkVersion'>

/** 128 bits, derived, so that a note can be printed again and nothing is stored. */
export const reportSecret = (ctx: Pick<Context, 'signer'>, { round, household, linkVersion }: Door): string =>
  secretOf(ctx.signer, 'household-link', `${round}.${household}.${linkVersion}`)

/** The secret stands in the fragment, which browsers send to nobody. */
export const reportLink = (ctx: Context, door: Door): string =>
  `${ctx.publicUrl()}/portal/#home.${door.round}.${door.household}.${reportSecret(ctx, door)}`
