import { completePolicy, type GatePolicy } from '../../shared/gate/policy.ts'
import { policyFault } from '../../shared/gate/policy-fault.ts'
import { policiesFrom } from '../../shared/gate/timeline.ts'
import { ok } from '../../shared/result.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { CurrentPolicies, NewPolicy, PolicyHistoryQuery, PolicyView } from '../../shared/schema/policies.ts'
import { type EpochSeconds, epochMs, epochSeconds, secondsOf } from '../../shared/time.ts'
import type { PolicyRow } from '../ports/policy-storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { publishTrust } from './issuing-keys.ts'
import { visibleSites } from './directory.ts'
import { DEFAULT_PAGE } from './read-passes.ts'

/** A form is filled in, looked at and sent; what began in the meantime begins now. */
const LATE_SECONDS = 300
const FARTHEST_SECONDS = 2 * 366 * 24 * 3600

/** What is in force and what comes at the caller's gates. */
export async function currentPolicies(ctx: Context, staff: Staff): Promise<CurrentPolicies> {
  const at = nowSeconds(ctx)
  const gates = await visibleGates(ctx, staff)
  const rows = await visibleRows(ctx, gates)
  const counting = new Set(
    policiesFrom(
      rows.map(({ policy }) => policy),
      [...gates],
      at
    )
  )
  return { policies: rows.filter(({ policy }) => counting.has(policy)).map(row => policyView(row, staff, gates)), at }
}

/** Every policy that ever was, the newest first. */
export async function policyHistory(ctx: Context, staff: Staff, query: PolicyHistoryQuery): Promise<Outcome<Page<PolicyView>>> {
  const gates = await visibleGates(ctx, staff)
  if (query.gate !== undefined && !gates.has(query.gate)) return refused('gate-unknown', '/gate')
  const before = query.cursor === undefined ? Number.POSITIVE_INFINITY : Number(query.cursor)
  if (Number.isNaN(before)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const asked = query.gate === undefined ? gates : new Set([query.gate])
  const rows = (await visibleRows(ctx, asked)).filter(({ id }) => id < before).reverse()
  const page = rows.slice(0, limit)
  return ok({
    items: page.map(row => policyView(row, staff, gates)),
    next: rows.length > limit ? String(page.at(-1)?.id) : null
  })
}

/** A new policy; what was in force is never changed, but another takes its place. Gates are told at once. */
export async function addPolicy(ctx: Context, staff: Staff, body: NewPolicy): Promise<Outcome<PolicyView>> {
  const gates = await visibleGates(ctx, staff)
  const refusal = refusePlaces(staff, gates, body) ?? (await refuseSites(ctx, staff, body.acceptedSites))
  if (refusal !== null) return refusal
  const begin = effectiveFrom(ctx, body.effectiveFrom)
  if (begin === null) return refused('validity-invalid', '/effectiveFrom')
  const { note = '', effectiveFrom: _from, effectiveUntil = null, ...rules } = body
  const policy = completePolicy({
    ...rules,
    effectiveFrom: begin,
    effectiveUntil: effectiveUntil === null ? null : epochSeconds(effectiveUntil)
  })
  const fault = policyFault(policy)
  if (fault !== null) return refused(fault === '/effectiveUntil' ? 'validity-invalid' : 'invalid-field', fault)
  const row = { policy, note: note.trim(), createdAt: ctx.env.now(), createdBy: staff.displayName }
  const id = await ctx.storage.addPolicy(row)
  await audit(ctx, staff, 'add-policy', id)
  await publishTrust(ctx)
  return ok(policyView({ ...row, id, endedAt: null, endedBy: null }, staff, gates))
}

/** Ends a policy: another that is in force or the general one counts again. */
export async function endPolicy(ctx: Context, staff: Staff, id: number, at: number | undefined): Promise<Outcome<PolicyView>> {
  const gates = await visibleGates(ctx, staff)
  const row = (await visibleRows(ctx, gates)).find(one => one.id === id)
  if (row === undefined || !isOwn(row.policy, staff, gates)) return refused('not-found')
  const begin = effectiveFrom(ctx, at)
  if (begin === null) return refused('validity-invalid', '/at')
  const until = epochSeconds(Math.max(begin, row.policy.effectiveFrom))
  const endedAt = ctx.env.now()
  const done = await ctx.storage.endPolicy(id, until, endedAt, staff.displayName)
  if (done !== 'ended') return refused(done === 'missing' ? 'not-found' : 'policy-ended')
  await audit(ctx, staff, 'end-policy', id)
  await publishTrust(ctx)
  const policy = { ...row.policy, effectiveUntil: until }
  return ok(policyView({ ...row, policy, endedAt, endedBy: staff.displayName }, staff, gates))
}

const nowSeconds = (ctx: Context): EpochSeconds => secondsOf(epochMs(ctx.env.now()))

/** Not in the past: what gates decided by is not rewritten. Null: too early or too late. */
function effectiveFrom(ctx: Context, wanted: number | undefined): EpochSeconds | null {
  const now = nowSeconds(ctx)
  if (wanted === undefined || (wanted <= now && wanted >= now - LATE_SECONDS)) return now
  return wanted < now || wanted > now + FARTHEST_SECONDS ? null : epochSeconds(wanted)
}

async function visibleGates(ctx: Context, staff: Staff): Promise<ReadonlySet<string>> {
  const sites = await visibleSites(ctx, staff)
  const gates = await ctx.storage.gates()
  return new Set(gates.filter(({ site }) => sites === null || sites.includes(site)).map(({ id }) => id))
}

/** Policies for all gates, or for one of these. */
const visibleRows = async (ctx: Context, gates: ReadonlySet<string>): Promise<PolicyRow[]> =>
  (await ctx.storage.policies()).filter(({ policy }) => policy.gates === null || policy.gates.some(gate => gates.has(gate)))

/** A community's staff rule their own gates only; administrators all. */
const isOwn = (policy: GatePolicy, staff: Staff, gates: ReadonlySet<string>): boolean =>
  staff.community === null || (policy.gates?.every(gate => gates.has(gate)) ?? false)

function refusePlaces(staff: Staff, gates: ReadonlySet<string>, body: NewPolicy): ReturnType<typeof refused> | null {
  if (body.gates === null) return staff.community === null ? null : refused('not-allowed', '/gates')
  const unknown = body.gates.findIndex(gate => !gates.has(gate))
  return unknown < 0 ? null : refused('gate-unknown', `/gates/${unknown}`)
}

async function refuseSites(ctx: Context, staff: Staff, sites: readonly number[]): Promise<ReturnType<typeof refused> | null> {
  const known = (await visibleSites(ctx, staff)) ?? (await ctx.storage.sites()).map(({ number }) => number)
  const unknown = sites.findIndex(site => !known.includes(site))
  return unknown < 0 ? null : refused('site-unknown', `/acceptedSites/${unknown}`)
}

function policyView(row: PolicyRow, staff: Staff, gates: ReadonlySet<string>): PolicyView {
  const { policy, ...made } = row
  const shown = policy.gates === null ? null : policy.gates.filter(gate => gates.has(gate))
  return { ...(structuredClone(policy) as unknown as PolicyView), ...made, gates: shown, isOwn: isOwn(policy, staff, gates) }
}

const audit = (ctx: Context, staff: Staff, action: string, id: number): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object: String(id), detail: '' })
