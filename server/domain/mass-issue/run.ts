import { encodeLabel } from '../../../shared/pass/label.ts'
import type { MassExclusion } from '../../../shared/schema/mass-issue.ts'
import { listOf } from '../../../shared/status/status-list.ts'
import { epochSeconds, secondsToMinute } from '../../../shared/time.ts'
import type { MassChoice, MassIssueRow, MassSkip, PassOf } from '../../ports/mass-issue-storage.ts'
import type { HouseholdRow } from '../../ports/register-storage.ts'
import type { PassEventRow, PassRow } from '../../ports/storage.ts'
import type { Context, Staff } from '../context.ts'
import { MAX_PASSES_PER_KEY } from '../issuing-keys.ts'
import type { PreparedPass } from '../prepare-pass.ts'
import { type Holder, holdersOf } from './holders.ts'
import { standing } from './standing.ts'
import { type PassToSign, signPasses } from '../sign-passes.ts'

/** Choices a step: large enough that its fsync does not count, small enough to answer requests in between. */
const STEP = 500
/** Of several attempts at a step that is in the way of another change. */
const MAX_ATTEMPTS = 20

/**
 * Does what is left of a mass issue, step by step, until it is done, paused or cancelled. Whoever runs it beside us, or
 * dies in the middle, changes nothing: a step counts only together with its passes.
 */
export async function runMassIssue(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  id: string,
  signal?: AbortSignal
): Promise<void> {
  let attempts = 0
  while (attempts < MAX_ATTEMPTS) {
    if (signal?.aborted === true) return
    const issue = await ctx.storage.massIssue(id)
    if (issue === null || issue.state !== 'running') return
    const done = await runStep(ctx, serialOf, issue)
    if (done === 'stale') return
    attempts = done === 'added' ? 0 : attempts + 1
    await new Promise(setImmediate)
  }
  throw new Error(`mass issue ${id} does not get on`)
}

/** Everything that was left running, by a crash or another server's end. */
export async function runWaitingIssues(ctx: Context, serialOf: (passNumber: number) => number): Promise<void> {
  for (const { id, state } of await ctx.storage.massIssues(null, 1_000))
    if (state === 'running') await runMassIssue(ctx, serialOf, id)
}

async function runStep(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  issue: MassIssueRow
): Promise<'added' | 'stale' | 'conflict' | 'key-full'> {
  const choices = await ctx.storage.massChoices(issue.id, issue.next, STEP)
  const { toSign, holders, skips } = await prepareStep(ctx, issue, choices)
  const staff: Staff = {
    id: issue.createdBy,
    displayName: issue.createdByName,
    role: 'community-worker',
    community: issue.community
  }
  const passes = toSign.length === 0 ? [] : await signPasses(ctx, serialOf, staff, toSign)
  const done = await ctx.storage.addMassStep({
    id: issue.id,
    next: issue.next,
    count: choices.length,
    passes,
    events: passes.flatMap(pass => eventsOf(staff, pass)),
    holders,
    skips,
    at: ctx.env.now(),
    signaturesPerKey: MAX_PASSES_PER_KEY
  })
  const lists = passes.flatMap(({ replaces }) => (replaces === null ? [] : [listOf(replaces)]))
  if (done === 'added') for (const list of new Set(lists)) ctx.bus.publish({ kind: 'status', list })
  return done
}

type Prepared = { toSign: PassToSign[]; holders: MassChoice[]; skips: MassSkip[] }

async function prepareStep(ctx: Context, issue: MassIssueRow, choices: readonly MassChoice[]): Promise<Prepared> {
  const ids = [...new Set(choices.map(({ household }) => household))]
  const households = new Map((await ctx.storage.householdsById(ids)).map(row => [row.id, row]))
  const holderOf = await holdersOf(ctx, issue.filter.kind, choices)
  const prepared: Prepared = { toSign: [], holders: [], skips: [] }
  const superseded = new Set<number | null>()
  for (const [index, choice] of choices.entries()) {
    const position = issue.next + index
    const household = households.get(choice.household)
    const holder = household === undefined ? null : holderOf(choice)
    const taken = holder === null ? null : await passInTheWay(ctx, choice, holder.standing, superseded)
    if (household === undefined || holder === null) prepared.skips.push({ position, reason: 'gone' })
    else if (taken !== null) prepared.skips.push({ position, reason: taken })
    else if (!encodeLabel(holder.label).ok) prepared.skips.push({ position, reason: 'not-printable' })
    else {
      const pass = preparedPass(ctx, issue, household, holder)
      prepared.toSign.push({ prepared: pass, community: household.community, replaces: choice.replaces })
      prepared.holders.push(choice)
      superseded.add(choice.replaces)
    }
  }
  return prepared
}

/** What came since the choice: a pass of another issue or a desk, a hold, or a renewal of what is to be renewed. */
async function passInTheWay(
  ctx: Context,
  { replaces }: MassChoice,
  passes: readonly PassOf[],
  superseded: ReadonlySet<number | null>
): Promise<MassExclusion | null> {
  if (replaces === null) {
    const verdict = standing(passes, 0)
    return verdict.kind === 'exclude' ? verdict.reason : null
  }
  const renewed = await ctx.storage.pass(replaces)
  if (renewed?.status === 'held') return 'held'
  return renewed?.status === 'valid' && !superseded.has(replaces) ? null : 'has-pass'
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

function eventsOf(staff: Staff, { serial, replaces, issuedAt }: PassRow): PassEventRow[] {
  const event = (of: number, action: string): PassEventRow => ({
    serial: of,
    at: issuedAt,
    action,
    reason: null,
    note: null,
    actor: staff.id,
    actorName: staff.displayName
  })
  return replaces === null ? [event(serial, 'issue')] : [event(serial, 'reissue'), event(replaces, 'supersede')]
}
