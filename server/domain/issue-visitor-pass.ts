import { policyAt } from '../../shared/gate/policy.ts'
import { ok } from '../../shared/result.ts'
import type { NewVisitorPass, VisitorPass } from '../../shared/schema/visitor-passes.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import type { PassIssuer } from './issue-passes.ts'

/** One every two minutes at one gate; a phone in wrong hands makes no more. */
export const VISITOR_PASSES_PER_HOUR = 30
const HOUR_MS = 3_600_000
/** Where the policy knows no longest stay. */
const DEFAULT_STAY_MINUTES = 240

/** A short pass for the phone's own site, as long as a visitor may stay there. */
export async function issueVisitorPass(
  ctx: Context,
  issuer: PassIssuer,
  device: DeviceRow,
  { gate, ...holder }: NewVisitorPass
): Promise<Outcome<VisitorPass>> {
  const site = (await ctx.storage.sites()).find(({ number }) => number === device.site)
  const isOwnGate = (await ctx.storage.gates()).some(each => each.id === gate && each.site === device.site)
  if (site === undefined || !isOwnGate) return refused('site-unknown', '/gate')
  const by: Staff = { id: device.id, displayName: device.name, role: 'community-worker', community: site.community }
  const now = ctx.env.now()
  const policies = (await ctx.storage.policies()).map(({ policy }) => policy)
  const stay = policyAt(policies, gate, secondsOf(epochMs(now))).maxStayMinutes ?? DEFAULT_STAY_MINUTES
  const hours = Math.max(1, Math.ceil(stay / 60))
  const limit = { since: now - HOUR_MS, most: VISITOR_PASSES_PER_HOUR }
  const issued = await issuer.issue(by, { kind: 'visitor', site: site.number, hours, ...holder }, limit)
  if (!issued.ok) return issued
  const { serial, text, label, endsAt } = issued.value
  return ok({ serial, text, label, end: endsAt })
}
