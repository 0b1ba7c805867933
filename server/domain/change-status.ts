import { ok } from '../../shared/result.ts'
import type { StatusChange } from '../../shared/schema/passes.ts'
import { listOf, type PassStatus } from '../../shared/status/status-list.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'

/** Which status an action may start from, and where it leads. Revoked and superseded are final. */
export const STATUS_ACTIONS: Readonly<Record<StatusChange['action'], { from: readonly PassStatus[]; to: PassStatus }>> = {
  hold: { from: ['valid'], to: 'held' },
  lift: { from: ['held'], to: 'valid' },
  revoke: { from: ['valid', 'held'], to: 'revoked' }
}

export async function changePassStatus(
  ctx: Context,
  staff: Staff,
  serial: number,
  change: StatusChange
): Promise<Outcome<PassStatus>> {
  const pass = await ctx.storage.pass(serial)
  if (pass === null || !mayTouch(staff, pass.community)) return refused('not-found')
  if (change.action !== 'lift' && change.reason === undefined) return refused('invalid-field', '/reason', 'a reason is needed')
  const { from, to } = STATUS_ACTIONS[change.action]
  const done = await ctx.storage.changePassStatus(serial, from, to, {
    serial,
    at: ctx.env.now(),
    action: change.action,
    reason: change.reason ?? null,
    note: change.note ?? null,
    actor: staff.id,
    actorName: staff.displayName
  })
  if (done !== 'changed') return refused(done === 'missing' ? 'not-found' : 'status-conflict')
  ctx.bus.publish({ kind: 'status', list: listOf(serial) })
  return ok(to)
}
