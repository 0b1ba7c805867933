import { join } from 'node:path'
import t from 'tap'
import type { Context, Staff } from '../../../server/domain/context.ts'
import { approveUnflagged } from '../../../server/domain/work/bulk.ts'
import { answerQuestion, withdrawWork } from '../../../server/domain/work/my-work.ts'
import { reportToday } from '../../../server/domain/work/reports.ts'
import { actOnWork } from '../../../server/domain/work/review.ts'
import { submitApplication } from '../../../server/domain/work/submit.ts'
import { runWorkTimers } from '../../../server/domain/work/timers.ts'
import { serialSpreader } from '../../../server/domain/serials.ts'
import type { WorkEventRow } from '../../../server/ports/work-storage.ts'
import { localDayNumber, startOfDayMs } from '../../../shared/work/local-days.ts'
import { nextWorkState, type WorkEvent, type WorkState } from '../../../shared/work/states.ts'
import { startService, type TestService } from '../../support/service.ts'
import { anApplication } from '../../support/work.ts'

/** Mulberry32: the same story for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const HOUR = 3_600_000
const REVIEWERS: Staff[] = ['a', 'b'].map(id => ({ id, displayName: id, role: 'administrator', community: null }))

type World = { service: TestService; ctx: Context; numbers: string[]; random: () => number }
type Deed = (world: World, number: string, staff: Staff) => Promise<unknown>

const serialOf = new WeakMap<Context, (passNumber: number) => number>()
const serials = (ctx: Context) => {
  const known = serialOf.get(ctx) ?? serialSpreader(ctx.signer)
  serialOf.set(ctx, known)
  return known
}
const act =
  (action: 'claim' | 'release' | 'approve' | 'reject' | 'ask'): Deed =>
  ({ ctx }, number, staff) =>
    actOnWork(ctx, serials(ctx), staff, number, { action, reason: 'other', text: '?' })
const withRow =
  (
    use: (world: World, row: NonNullable<Awaited<ReturnType<Context['storage']['work']>>>, staff: Staff) => Promise<unknown>
  ): Deed =>
  async (world, number, staff) => {
    const row = await world.ctx.storage.work(number)
    if (row !== null) await use(world, row, staff)
  }

/** What can happen to an application, in any order; most of it is not possible at the moment and must change nothing. */
const DEEDS: readonly Deed[] = [
  act('claim'),
  act('claim'),
  act('release'),
  act('approve'),
  act('approve'),
  act('reject'),
  act('ask'),
  withRow(({ ctx }, row) => answerQuestion(ctx, row, { text: 'a', declaration: null })),
  withRow(({ ctx }, row) => withdrawWork(ctx, row)),
  withRow(({ ctx, random }, row) => {
    const temperature = random() < 0.1 ? 385 : 365
    return reportToday(ctx, row, { temperature, symptoms: [] }, { by: 'x', byName: 'x' })
  }),
  withRow(({ ctx }, row, staff) => approveUnflagged(ctx, serials(ctx), staff, [row])),
  async ({ ctx }) => runWorkTimers(ctx, serials(ctx)),
  async ({ service, random }) => {
    service.clock.now += Math.floor(random() * 40 * HOUR)
  },
  // To the very edges: midnight, and the last millisecond before it.
  async ({ service, random }) => {
    service.clock.now = startOfDayMs(localDayNumber(service.clock.now) + 1) - (random() < 0.5 ? 0 : 1)
  },
  async world => {
    const body = anApplication()
    const sent = await Promise.all([submitApplication(world.ctx, body), submitApplication(world.ctx, body)])
    for (const one of sent) if (one.ok && !world.numbers.includes(one.value.number)) world.numbers.push(one.value.number)
  }
]

/** Each event leads from the state before by the table, and nothing else happened. */
function wrongSteps(events: readonly WorkEventRow[]): string[] {
  const wrong: string[] = []
  let state: WorkState = 'draft'
  for (const { event, state: after } of events) {
    const expected: WorkState | null =
      event === 'create' ? 'draft' : event === 'late' ? state : nextWorkState(state, event as WorkEvent)
    if (expected !== after) wrong.push(`${state} ${event} ${after}`)
    state = after
  }
  return wrong
}

async function checkWorld({ ctx, numbers }: World): Promise<string[]> {
  const faults: string[] = []
  const passes = await ctx.storage.passes({ community: null, kind: 'work', limit: 10_000 })
  let approvals = 0
  for (const number of numbers) {
    const events = await ctx.storage.workEvents(number)
    const row = await ctx.storage.work(number)
    faults.push(...wrongSteps(events).map(step => `${number}: ${step}`))
    if (row?.state !== events.at(-1)?.state)
      faults.push(`${number}: is ${row?.state}, its last event says ${events.at(-1)?.state}`)
    const count = (event: string): number => events.filter(one => one.event === event).length
    if (count('approve') > 1 || count('sign') > 1 || count('late') > 1 || count('lapse') > 1)
      faults.push(`${number}: decided twice`)
    if ((row?.serial !== null) !== (row?.state === 'issued')) faults.push(`${number}: card and state differ`)
    approvals += count('approve')
    const notices = await ctx.storage.workNotices(number, 1_000)
    for (const kind of ['issued', 'rejected', 'lapsed', 'late'] as const)
      if (notices.filter(notice => notice.kind === kind).length > 1) faults.push(`${number}: told ${kind} twice`)
  }
  const waiting = (await ctx.storage.workToSign(1_000)).length
  if (passes.length + waiting !== approvals)
    faults.push(`${passes.length} cards and ${waiting} waiting of ${approvals} approvals`)
  return faults
}

async function live(dir: string, seed: number, deeds: number): Promise<string[]> {
  const random = randomOf(seed)
  let service = await startService(dir)
  service.clock.now += Math.floor(random() * 400 * 24 * HOUR)
  let world: World = { service, ctx: service.ctx, numbers: [], random }
  try {
    for (let done = 0; done < deeds; done++) {
      if (random() < 0.01) {
        const { now } = service.clock
        await service.close()
        service = await startService(dir)
        service.clock.now = now
        world = { ...world, service, ctx: service.ctx }
      }
      const at = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
      // Two at the same time: what both want, one gets.
      const both = [at(DEEDS), at(DEEDS)].map(deed => deed(world, at(world.numbers) ?? '', at(REVIEWERS)))
      await Promise.all(both)
    }
    await runWorkTimers(world.ctx, serials(world.ctx))
    return await checkWorld(world)
  } finally {
    await service.close()
  }
}

t.test(
  'whatever happens in whatever order, with restarts, only the table’s steps are taken and an approval gets one card',
  async t => {
    for (const seed of [1, 2, 3]) t.same(await live(join(t.testdir(), `world-${seed}`), seed, 250), [], `seed ${seed}`)
  }
)
