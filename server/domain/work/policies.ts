import { ok } from '../../../shared/result.ts'
import type { NewWorkPolicy, WorkPolicyView } from '../../../shared/schema/work-review.ts'
import { dayNumberOf } from '../../../shared/work/local-days.ts'
import { FIRST_WORK_POLICY, type WorkPolicy, workPolicyAt } from '../../../shared/work/policy.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'

/** The policy in force at an instant. */
export const policyAt = async (ctx: Context, atMs: number): Promise<WorkPolicy> =>
  workPolicyAt(await ctx.storage.workPolicies(), atMs)

/** Every policy by its id, the first one included. */
export async function policiesById(ctx: Context): Promise<ReadonlyMap<number, WorkPolicy>> {
  return new Map([FIRST_WORK_POLICY, ...(await ctx.storage.workPolicies())].map(policy => [policy.id, policy]))
}

export async function listWorkPolicies(ctx: Context): Promise<{ items: WorkPolicyView[] }> {
  const all = await ctx.storage.workPolicies()
  const now = workPolicyAt(all, ctx.env.now())
  const first = { ...FIRST_WORK_POLICY, createdAt: 0, createdBy: '' }
  return {
    items: [first, ...all]
      .map(policy => viewOf(policy, policy.id === now.id))
      .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.id - a.id)
  }
}

/** Never in the past: a card keeps the policy under which it was issued. */
export async function addWorkPolicy(ctx: Context, staff: Staff, input: NewWorkPolicy): Promise<Outcome<WorkPolicyView>> {
  const fault = policyFault(input)
  if (fault !== null) return refused('invalid-field', fault)
  const now = ctx.env.now()
  if (input.effectiveFrom !== undefined && input.effectiveFrom < now)
    return refused('invalid-field', '/effectiveFrom', 'in the past')
  const row = { ...input, effectiveFrom: input.effectiveFrom ?? now, createdAt: now, createdBy: staff.displayName }
  const id = await ctx.storage.addWorkPolicy(row)
  await ctx.storage.audit({ at: now, actor: staff.id, action: 'add-work-policy', object: String(id), detail: '' })
  return ok(viewOf({ ...row, id }, row.effectiveFrom <= now))
}

/** JSON Pointer of what does not fit together; null: nothing. */
function policyFault({ hours }: NewWorkPolicy): string | null {
  let last = -1
  for (const [index, { fromMinute, toMinute }] of hours.shifts.entries()) {
    if (fromMinute < last || toMinute <= fromMinute) return `/hours/shifts/${index}`
    last = toMinute
  }
  for (const list of ['daysOff', 'extraWorkdays'] as const)
    for (const [index, day] of hours[list].entries()) if (dayNumberOf(day) === null) return `/hours/${list}/${index}`
  return null
}

const viewOf = (policy: WorkPolicy & { createdBy: string }, isInForce: boolean): WorkPolicyView => ({
  validityDays: policy.validityDays,
  dailyReport: policy.dailyReport,
  signers: [...policy.signers],
  cardSites: policy.cardSites,
  temperatureLimit: policy.temperatureLimit,
  observationDays: policy.observationDays,
  phonesAtMost: policy.phonesAtMost,
  photos: [...policy.photos],
  promisedMinutes: policy.promisedMinutes,
  bulkSample: policy.bulkSample,
  hours: {
    shifts: [...policy.hours.shifts],
    daysOff: [...policy.hours.daysOff],
    extraWorkdays: [...policy.hours.extraWorkdays]
  },
  id: policy.id,
  effectiveFrom: policy.effectiveFrom,
  note: policy.note,
  createdBy: policy.createdBy,
  isInForce
})
