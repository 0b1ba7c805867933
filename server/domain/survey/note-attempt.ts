import type { AttemptInput } from '../../../shared/schema/survey.ts'
import type { Context, Staff } from '../context.ts'
import { openText, sealText } from '../pass-secrets.ts'
import { sealRecord } from '../register/records.ts'
import type { AttemptRow } from '../../ports/survey-storage.ts'

/** A phone's clock may run ahead; what has not happened yet is taken for now. */
export async function storeAttempt(
  ctx: Context,
  staff: Staff,
  round: string,
  household: number,
  { id, at, way, outcome, nextAt, note }: AttemptInput
): Promise<'added' | 'known' | 'missing'> {
  const now = ctx.env.now()
  const when = Math.min(at, now)
  const changes = note === null ? null : sealRecord(ctx.signer, 'revision', [{ path: '/contact', before: null, after: note }])
  const sealed = note === null ? null : sealText(ctx.signer, 'attempt', note)
  const who = { actor: staff.id, actorName: staff.displayName }
  return ctx.storage.addAttempt(
    { id, round, household, ...who, at: when, receivedAt: now, way, outcome, nextAt, note: sealed },
    { at: when, ...who, how: way, outcome, changes }
  )
}

export const attemptNote = (ctx: Context, row: AttemptRow): string | null => openText(ctx.signer, 'attempt', row.note)
