import t from 'tap'
import { claimLeftMs, claimState } from '../../console/work/claim.ts'
import { clockLevel, clockText, workingSpan } from '../../console/work/clock.ts'
import { compareWithRegister } from '../../console/work/compare.ts'
import { NO_FILTERS, queueQuery, takeableQuery } from '../../console/work/queue-filters.ts'
import { boundServiceClock, learnServiceClock, serviceNow } from '../../console/work/service-clock.ts'
import { takeNext } from '../../console/work/take-next.ts'
import { routeOf } from '../../console/state/route.ts'
import { queryString } from '../../console/api/query-string.ts'
import type { ApplicationDetail, QueueItem } from '../../shared/schema/work-review.ts'
import { CLAIM_MS } from '../../shared/work/policy.ts'
import { WORK_STATES } from '../../shared/work/states.ts'
import type { Failure } from '../../ui/api/client.ts'
import { setLanguage } from '../../ui/i18n/language.ts'

Object.assign(globalThis, { document: { documentElement: {} } })

const failure = (code: Failure['code']): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, path: null, status: 409, requestId: null }
})

t.test('an application’s address leads to it, alone or as one of a sample', async t => {
  t.same(routeOf('#/work'), { page: 'work' })
  t.same(routeOf('#/work/abcdefghijkl'), { page: 'work-application', number: 'abcdefghijkl', bulk: null })
  t.same(routeOf('#/work/bulk/b-1/abcdefghijkl'), { page: 'work-application', number: 'abcdefghijkl', bulk: 'b-1' })
  t.same(routeOf('#/work/bulk/abcdefghijkl'), { page: 'work-bulk-run', id: 'abcdefghijkl' })
  t.same(routeOf('#/work/employers/e1'), { page: 'work-employer', id: 'e1' })
  for (const page of ['bulk', 'cards', 'employers', 'policies']) t.same(routeOf(`#/work/${page}`), { page: `work-${page}` })
  for (const strange of ['#/work/short', '#/work/ABCDEFGHIJKL', '#/work/bulk/b/short', '#/work/employers/'])
    t.same(routeOf(strange), { page: 'unknown' }, strange)
})

t.test('the promised time is late, urgent, fine, standing still or over', async t => {
  const at = (minutesLeft: number, state: QueueItem['state'] = 'submitted') => clockLevel({ state, minutesLeft })
  t.same(
    [-1, 0, 60, 61].map(left => at(left)),
    ['late', 'soon', 'soon', 'fine']
  )
  t.equal(at(-5, 'under-review'), 'late', 'a claim stops no clock')
  t.equal(at(-5, 'more-info'), 'still', 'a question does')
  for (const state of WORK_STATES.filter(one => !['submitted', 'under-review', 'more-info'].includes(one)))
    t.equal(at(-5, state), 'over', state)
})

t.test('working time is told in hours, never in days that people would count by the calendar', async t => {
  setLanguage('en')
  t.same([0, 59, 60, 359, -1500].map(workingSpan), ['0 min', '59 min', '1 h', '5 h 59 min', '25 h'])
  t.equal(clockText({ state: 'submitted', minutesLeft: -95 }), '1 h 35 min late')
  setLanguage('zh')
  t.equal(clockText({ state: 'submitted', minutesLeft: 45 }), '只剩 45 分钟')
})

t.test('only who has a claim that is not over may decide', async t => {
  const now = 1_000_000_000
  const claimed = (isMine: boolean, leftMs: number) => ({
    state: 'under-review' as const,
    claim: { by: '张三', isMine, until: now + leftMs }
  })
  t.equal(claimState({ state: 'submitted', claim: null }, now), 'free')
  t.equal(claimState(claimed(true, CLAIM_MS), now), 'mine')
  t.equal(claimState(claimed(true, 5 * 60_000), now), 'ending')
  t.equal(claimState(claimed(true, 0), now), 'over')
  t.equal(claimState(claimed(false, 60_000), now), 'other')
  t.equal(claimState(claimed(false, -1), now), 'over')
  t.equal(claimState({ state: 'under-review', claim: null }, now), 'over', 'the clock was faster than the job')
  for (const state of ['issued', 'rejected', 'more-info'] as const)
    t.equal(claimState({ state, claim: null }, now), 'closed', state)
})

t.test('a countdown is right on a computer whose clock is wrong', async t => {
  const [service, here] = [1_000_000_000, 400_000_000]
  learnServiceClock(service + CLAIM_MS, here)
  t.equal(serviceNow(here + 60_000), service + 60_000)
  t.equal(claimLeftMs(service + CLAIM_MS, serviceNow(here + 60_000)), CLAIM_MS - 60_000)
  t.equal(claimLeftMs(service + 10 * CLAIM_MS, service), CLAIM_MS, 'never more than a whole claim')
  learnServiceClock(CLAIM_MS, 0)
  boundServiceClock(service, here)
  t.equal(claimLeftMs(service, serviceNow(here)), CLAIM_MS, 'a claim that is told of is never longer than it can be')
  boundServiceClock(here, service)
  t.equal(claimLeftMs(here, serviceNow(service)), 60_000, 'nor over')
  const before = serviceNow(service)
  boundServiceClock(before + CLAIM_MS / 2, service)
  t.equal(serviceNow(service), before, 'what is possible teaches nothing')
  learnServiceClock(CLAIM_MS, 0)
})

t.test('the next one is the oldest that nobody else was faster with', async t => {
  const page = (...numbers: string[]) => ({
    ok: true as const,
    value: { items: numbers.map(number => ({ number }) as QueueItem), next: null }
  })
  const detail = (number: string) => ({ ok: true as const, value: { number } as ApplicationDetail })
  const tried: string[] = []
  const taken = await takeNext(
    async () => page('a', 'b', 'c', 'd'),
    async number => {
      tried.push(number)
      if (number === 'a') return failure('claimed')
      return number === 'b' ? failure('work-state') : detail(number)
    }
  )
  t.match(taken, { kind: 'taken', detail: { number: 'c' } })
  t.same(tried, ['a', 'b', 'c'], 'and nothing else is claimed beside it')
  t.same(
    await takeNext(
      async () => page(),
      async number => detail(number)
    ),
    { kind: 'none' }
  )
  t.match(
    await takeNext(
      async () => failure('network'),
      async number => detail(number)
    ),
    { kind: 'failed' }
  )
  t.match(
    await takeNext(
      async () => page('a', 'b'),
      async () => failure('not-allowed')
    ),
    { kind: 'failed', failure: { code: 'not-allowed' } },
    'what would fail for every one is told'
  )
  let reads = 0
  const never = await takeNext(
    async () => page(`n${++reads}`),
    async () => failure('claimed')
  )
  t.same(never, { kind: 'none' }, 'always slower: an end, not a loop')
  t.ok(reads <= 5)
})

t.test('filters go into the question; the next one ignores state and whose', async t => {
  const query = (flags: string) => queryString(queueQuery({ ...NO_FILTERS, flags }))
  t.equal(query(''), '')
  t.equal(query('any'), '?flagged=true')
  t.equal(query('none'), '?flagged=false')
  t.equal(query('symptoms'), '?flag=symptoms')
  t.equal(queryString(queueQuery({ ...NO_FILTERS, mine: 'true', employer: 'e1' })), '?employer=e1&mine=true')
  t.equal(
    queryString(takeableQuery({ ...NO_FILTERS, state: 'issued', mine: 'true', community: 'c1' })),
    '?state=submitted&community=c1'
  )
})

const HOLDER = {
  name: '陈小明',
  document: { number: '37010119900307001X' },
  phone: '13800138000',
  site: 17,
  building: '9',
  unit: '2',
  room: '1103'
}
const HOME = { household: 3, site: 17, address: '9-2-1103' }
const likeness = (facts: Partial<ApplicationDetail['facts']>, holder: Partial<typeof HOLDER> = {}) => {
  const all = {
    person: { name: '陈小明', households: [HOME] },
    household: { id: 3, people: 2, names: ['陈小明', '王芳'] },
    sameDocument: [],
    samePhone: 0,
    cards: [],
    ...facts
  }
  const detail = { holder: { ...HOLDER, ...holder }, documentType: 'citizen-id', address: null, facts: all } as unknown
  return Object.fromEntries(compareWithRegister(detail as ApplicationDetail).map(row => [row.field, row.likeness]))
}

t.test('declaration and register are compared line by line', async t => {
  const same = { name: 'same', document: 'same', address: 'same', household: 'same', phone: 'plain' }
  t.same(likeness({}), same)
  t.match(likeness({}, { name: '陈 小明' }), { name: 'same', household: 'same' }, 'a space is no difference')
  t.match(likeness({ person: { name: '陈晓明', households: [HOME] } }), { name: 'differs', document: 'same' })
  t.match(likeness({ person: null }), { name: 'unknown', document: 'unknown', address: 'unknown', household: 'same' })
  const elsewhere = { name: '陈小明', households: [{ ...HOME, household: 8 }] }
  t.match(likeness({ person: elsewhere }), { address: 'differs' }, 'registered at another door')
  t.match(likeness({ person: { name: '陈小明', households: [HOME, { ...HOME, household: 8 }] } }), { address: 'same' })
  t.match(likeness({ household: null }), { address: 'differs', household: 'unknown' })
  t.match(likeness({ household: { id: 3, people: 1, names: ['王芳'] } }), { household: 'differs' })
  t.match(likeness({ samePhone: 4 }), { phone: 'note' })
  t.match(likeness({ sameDocument: [{ number: 'abcdefghijkl', state: 'issued' }] }), { document: 'note' })
})

t.test('a declaration that was deleted compares with nothing', async t => {
  t.same(compareWithRegister({ holder: null } as ApplicationDetail), [])
})
