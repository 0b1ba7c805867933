import t from 'tap'
import { type DutyEvent, type DutyFact, stepDuty } from '../../../shared/duty/duty-state.ts'
import { type DutyState, dutyPhase, LONGEST_MS, limitOf, WARN_BEFORE_MS } from '../../../shared/duty/duty-phase.ts'

const HOUR = 3_600_000
const AT = 1_600_000_000_000
const signIn = (operator: string, at: number, endsAt = at + 4 * HOUR): DutyEvent => ({
  kind: 'sign-in',
  by: 'pass',
  operator,
  name: `${operator}*`,
  endsAt,
  at
})
/** States and all facts of a run of events. */
function run(...events: DutyEvent[]): { state: DutyState; facts: DutyFact[] } {
  let state: DutyState = null
  const facts: DutyFact[] = []
  for (const event of events) {
    const step = stepDuty(state, event)
    state = step.state
    facts.push(...step.facts)
  }
  return { state, facts }
}

t.test('who signs in is on duty, and out at the end of the slot without a touch', async t => {
  const on = run(signIn('a', AT))
  t.match(on.state, { operator: 'a', name: 'a*', since: AT, endsAt: AT + 4 * HOUR })
  t.same(on.facts, [{ operator: 'a', action: 'in', cause: 'pass', at: AT }])
  const later = run(signIn('a', AT), { kind: 'tick', at: AT + 9 * HOUR })
  t.equal(later.state, null)
  t.same(
    later.facts[1],
    { operator: 'a', action: 'out', cause: 'end', at: AT + 4 * HOUR },
    'at the end, whenever the phone wakes'
  )
})

t.test('before the end there is a warning, and who taps "stay" serves until relieved', async t => {
  const { state } = run(signIn('a', AT))
  const end = AT + 4 * HOUR
  t.equal(dutyPhase(null, AT), 'nobody')
  t.equal(dutyPhase(state, end - WARN_BEFORE_MS - 1), 'on')
  t.equal(dutyPhase(state, end - WARN_BEFORE_MS), 'ending')
  const staying = run(signIn('a', AT), { kind: 'stay', at: end - 1 }, { kind: 'tick', at: end + HOUR })
  t.equal(dutyPhase(staying.state, end + HOUR), 'over')
  t.equal(staying.facts.length, 1, 'still on duty')
  const relieved = run(signIn('a', AT), { kind: 'stay', at: end - 1 }, signIn('b', end + HOUR))
  t.same(
    relieved.facts.map(({ operator, action, cause, at }) => [operator, action, cause, at - end]),
    [
      ['a', 'in', 'pass', -4 * HOUR],
      ['a', 'out', 'relieved', HOUR],
      ['b', 'in', 'pass', HOUR]
    ]
  )
})

t.test('staying on ends, too: a forgotten phone names nobody for days', async t => {
  const { state, facts } = run(signIn('a', AT), { kind: 'stay', at: AT }, { kind: 'tick', at: AT + 100 * HOUR })
  t.equal(state, null)
  t.equal(facts[1]?.at, AT + LONGEST_MS)
})

t.test('the same person again makes one longer duty, not two', async t => {
  const { state, facts } = run(signIn('a', AT), signIn('a', AT + HOUR))
  t.equal(facts.length, 1)
  t.match(state, { since: AT, endsAt: AT + 5 * HOUR })
})

t.test('a slot that has ended signs nobody in, and relieves nobody', async t => {
  t.match(run(signIn('a', AT), signIn('b', AT + HOUR, AT + HOUR)), { state: { operator: 'a' }, facts: { length: 1 } })
})

t.test('stay and sign-out of nobody do nothing', async t => {
  t.same(run({ kind: 'stay', at: AT }, { kind: 'sign-out', at: AT }, { kind: 'tick', at: AT }), { state: null, facts: [] })
})

/** Mulberry32: the same run for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

t.test('whatever happens, also with a clock that jumps: everybody comes once, then leaves once, in order', async t => {
  for (let seed = 1; seed <= 300; seed++) {
    const chance = seeded(seed)
    let at = AT
    let state: DutyState = null
    const facts: DutyFact[] = []
    for (let each = 0; each < 60; each++) {
      at += Math.floor((chance() - 0.2) * 3 * HOUR)
      const kinds = ['sign-in', 'sign-out', 'stay', 'tick', 'sign-in'] as const
      const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'tick'
      const event: DutyEvent =
        kind === 'sign-in'
          ? signIn('abc'[Math.floor(chance() * 3)] ?? 'a', at, at + Math.floor((chance() - 0.1) * 5 * HOUR))
          : { kind, at }
      const step = stepDuty(state, event)
      state = step.state
      facts.push(...step.facts)
      if (state !== null && at >= limitOf(state) && kind !== 'sign-in') t.fail(`seed ${seed}: on duty beyond the limit`)
    }
    let on: DutyFact | null = null
    for (const fact of facts) {
      const isSound = fact.action === 'in' ? on === null : on?.operator === fact.operator && fact.at >= on.at
      if (!isSound) t.fail(`seed ${seed}: ${JSON.stringify([on, fact])}`)
      if (fact.action === 'out' && fact.at > (on?.at ?? 0) + 100 * HOUR) t.fail(`seed ${seed}: out long after the limit`)
      on = fact.action === 'in' ? fact : null
    }
    if ((on?.operator ?? null) !== (state?.operator ?? null)) t.fail(`seed ${seed}: facts and state disagree`)
  }
  t.pass('300 runs of 60 events')
})
