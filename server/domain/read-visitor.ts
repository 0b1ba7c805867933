import { ok } from '../../shared/result.ts'
import type { VisitorView } from '../../shared/schema/visitors.ts'
import type { VisitorRecord } from '../../shared/visitor/visitor-record.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { openText } from './pass-secrets.ts'
import { digestOf } from './receive-visitors.ts'

/** Who passed without a pass. Every look is written down before it is answered. */
export async function readVisitor(ctx: Context, staff: Staff, device: string, number: number): Promise<Outcome<VisitorView>> {
  const entry = await ctx.storage.entry(device, number)
  const sites = await visibleSites(ctx, staff)
  if (entry === null || entry.sealed === null || (sites !== null && !sites.includes(entry.site))) return refused('not-found')
  const row = await ctx.storage.visitor(digestOf(entry.sealed))
  const object = `${device}#${number}`
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'view-visitor', object, detail: '' })
  // A copy of another phone's text tells nothing here.
  const record = row === null || row.device !== device ? null : openText(ctx.signer, 'visitor', row.record)
  if (record === null) return ok({ record: null, failure: row?.failure ?? 'foreign' })
  const { device: _device, ...shown } = JSON.parse(record) as VisitorRecord
  return ok({ record: shown, failure: null })
}
