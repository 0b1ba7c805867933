import { listOf } from '../../../shared/status/status-list.ts'
import type { MassIssueRow, MassStep } from '../../ports/mass-issue-storage.ts'
import type { PassEventRow, PassRow } from '../../ports/storage.ts'
import type { Context, Staff } from '../context.ts'
import { MAX_PASSES_PER_KEY } from '../issuing-keys.ts'
import { beginSigning } from '../sign-passes.ts'
import { type PreparedStep, prepareStep } from './prepare-step.ts'

/**
 * Choices a step. Each step writes nearly every page of the indexes whose order is random, so that large steps write far
 * less; and small enough to answer requests in between.
 */
const STEP = 4_000
/** Of several attempts at a step that is in the way of another change. */
const MAX_ATTEMPTS = 20

type SerialOf = (passNumber: number) => number
/** A step whose signatures are under way. */
type Begun = { readonly step: PreparedStep; readonly passes: () => Promise<PassRow[]> }

/**
 * Does what is left of a mass issue, step by step, until it is done, paused or cancelled. Whoever runs it beside us, or
 * dies in the middle, changes nothing: a step counts only together with its passes. While a step is written the next
 * one is signed; when it then does not fit any more, it is made again.
 */
export async function runMassIssue(ctx: Context, serialOf: SerialOf, id: string, signal?: AbortSignal): Promise<void> {
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
    const issue = await ctx.storage.massIssue(id)
    if (issue === null || issue.state !== 'running') return
    let at = issue.next
    let begun = await beginStep(ctx, serialOf, issue, at, 0)
    for (;;) {
      if (signal?.aborted === true) return
      const passes = await begun.passes()
      const { step } = begun
      const next = at + step.count
      const following = next < issue.total ? await beginStep(ctx, serialOf, issue, next, passes.length) : null
      const done = await ctx.storage.addMassStep(storedStep(ctx, issue, step, passes))
      if (done === 'stale') return
      if (done !== 'added') break
      announce(ctx, passes)
      if (following === null) return
      attempts = 0
      at = next
      begun = following
      await new Promise(setImmediate)
    }
  }
  throw new Error(`mass issue ${id} does not get on`)
}

/** Everything that was left running, by a crash or another server's end. */
export async function runWaitingIssues(ctx: Context, serialOf: SerialOf): Promise<void> {
  for (const { id, state } of await ctx.storage.massIssues(null, 1_000))
    if (state === 'running') await runMassIssue(ctx, serialOf, id)
}

async function beginStep(ctx: Context, serialOf: SerialOf, issue: MassIssueRow, at: number, underWay: number): Promise<Begun> {
  const step = await prepareStep(ctx, issue, at, STEP)
  const passes = await beginSigning(ctx, serialOf, { staff: askerOf(issue), wishes: step.toSign, underWay })
  return { step, passes }
}

const askerOf = ({ createdBy, createdByName, community }: MassIssueRow): Staff => ({
  id: createdBy,
  displayName: createdByName,
  role: 'community-worker',
  community
})

const storedStep = (ctx: Context, issue: MassIssueRow, step: PreparedStep, passes: readonly PassRow[]): MassStep => ({
  id: issue.id,
  kind: issue.filter.kind,
  next: step.next,
  count: step.count,
  passes,
  events: passes.flatMap(pass => eventsOf(issue, pass)),
  holders: step.holders,
  standingAfter: step.standingAfter,
  skips: step.skips,
  at: ctx.env.now(),
  signaturesPerKey: MAX_PASSES_PER_KEY
})

/** Gates learn what was superseded. */
function announce(ctx: Context, passes: readonly PassRow[]): void {
  const lists = passes.flatMap(({ replaces }) => (replaces === null ? [] : [listOf(replaces)]))
  for (const list of new Set(lists)) ctx.bus.publish({ kind: 'status', list })
}

function eventsOf(issue: MassIssueRow, { serial, replaces, issuedAt }: PassRow): PassEventRow[] {
  const event = (of: number, action: string): PassEventRow => ({
    serial: of,
    at: issuedAt,
    action,
    reason: null,
    note: null,
    actor: issue.createdBy,
    actorName: issue.createdByName
  })
  return replaces === null ? [event(serial, 'issue')] : [event(serial, 'reissue'), event(replaces, 'supersede')]
}
