import { encodeLabel } from '../../../shared/pass/label.ts'
import { epochSeconds, secondsToMinute } from '../../../shared/time.ts'
import type { MassChoice, MassHolder, MassIssueRow, MassSkip, PassOf } from '../../ports/mass-issue-storage.ts'
import type { HouseholdRow } from '../../ports/register-storage.ts'
import type { Context } from '../context.ts'
import type { PreparedPass } from '../prepare-pass.ts'
import type { PassToSign } from '../sign-passes.ts'
import { type Holder, holdersOf } from './holders.ts'
import { inTheWay } from './standing.ts'

export type PreparedStep = {
  /** Position of its first choice; choices from there on. */
  readonly next: number
  readonly count: number
  readonly toSign: PassToSign[]
  /** One for each pass to sign. */
  readonly holders: MassHolder[]
  readonly skips: MassSkip[]
  readonly standingAfter: number
}

/** Who gets a pass of the choices from `next` on, as the register and the passes are now, and who does not any more. */
export async function prepareStep(ctx: Context, issue: MassIssueRow, next: number, limit: number): Promise<PreparedStep> {
  const choices = await ctx.storage.massChoices(issue.id, next, limit)
  const ids = [...new Set(choices.map(({ household }) => household))]
  const households = new Map((await ctx.storage.householdsById(ids)).map(row => [row.id, row]))
  const holderOf = await holdersOf(ctx, issue.filter.kind, choices)
  const now = Math.floor(ctx.env.now() / 1000)
  // A pass that was chosen for renewal may have run out while the issue waited.
  const standingAfter = Math.min(now, Math.floor(issue.createdAt / 1000))
  const step: PreparedStep = { next, count: choices.length, toSign: [], holders: [], skips: [], standingAfter }
  const meant = choices.map(choice => ({ choice, holder: households.has(choice.household) ? holderOf(choice) : null }))
  const keys = meant.flatMap(({ holder }) => holder?.keys ?? [])
  const standing = (await ctx.storage.standingPasses(issue.filter.kind, keys, standingAfter)).values()
  const superseded = new Set<number>()
  for (const [index, { choice, holder }] of meant.entries()) {
    const position = next + index
    const household = households.get(choice.household)
    if (household === undefined || holder === null) {
      step.skips.push({ position, reason: 'gone' })
      continue
    }
    const passes = standing.next().value ?? []
    const reason = whyNot(choice, holder, passes, superseded, now)
    if (reason !== null) step.skips.push({ position, reason })
    else {
      const pass = preparedPass(ctx, issue, household, holder)
      step.toSign.push({ prepared: pass, community: household.community, replaces: choice.replaces })
      step.holders.push({ ...choice, keys: holder.keys, standing: passes })
      if (choice.replaces !== null) superseded.add(choice.replaces)
    }
  }
  return step
}

function whyNot(
  choice: MassChoice,
  { label }: Holder,
  passes: readonly PassOf[],
  superseded: ReadonlySet<number>,
  now: number
): MassSkip['reason'] | null {
  // Two households may have had one pass in common; it is renewed once.
  if (choice.replaces !== null && superseded.has(choice.replaces)) return 'has-pass'
  return inTheWay(choice, passes, now) ?? (encodeLabel(label).ok ? null : 'not-printable')
}

const preparedPass = (ctx: Context, { filter }: MassIssueRow, { site }: HouseholdRow, holder: Holder): PreparedPass => ({
  kind: filter.kind,
  site,
  start: secondsToMinute(epochSeconds(Math.floor(ctx.env.now() / 1000))),
  hours: filter.hours,
  label: holder.label,
  documentTail: holder.documentTail,
  name: holder.name,
  document: holder.document,
  isSupervisor: false
})
