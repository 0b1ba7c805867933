import t, { type Test } from 'tap'
import { policyAt } from '../../shared/gate/policy.ts'
import { passagesOf } from '../../scanner/sync/synchronise.ts'
import { PROFILES } from '../../shared/gate/profiles.ts'
import { epochSeconds } from '../../shared/time.ts'
import { readTrustClaims } from '../../shared/trust/read-trust-claims.ts'
import type { Change } from '../../server/ports/bus.ts'
import { asStaff, NOW, signedIn, startService, type TestService } from '../support/service.ts'

const DAY = 86_400
const now = NOW / 1000

async function open(
  test: Test
): Promise<TestService & { admin: ReturnType<typeof asStaff>; worker: ReturnType<typeof asStaff> }> {
  const service = await startService(test.testdir())
  test.teardown(() => service.close())
  const admin = asStaff(service.app, await signedIn(service.app, 'admin'))
  const worker = asStaff(service.app, await signedIn(service.app, 'worker1'))
  return { ...service, admin, worker }
}

async function trustOf({ app }: TestService) {
  const jws = (await app.inject({ url: '/api/v1/gate/trust' })).body
  const bundle = readTrustClaims(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()))
  if (!bundle.ok) throw new Error(bundle.failure)
  return bundle.value
}

t.test('a policy with a date is in the signed bundle at once and counts from its date on', async t => {
  const service = await open(t)
  const [gate, other] = service.gates
  const changes: Change[] = []
  service.ctx.bus.subscribe(change => changes.push(change))
  const before = await trustOf(service)
  const begin = now + DAY
  const made = await service.worker('POST', '/api/v1/policies', {
    ...PROFILES.high,
    gates: [gate],
    effectiveFrom: begin,
    note: ' 街道通知 '
  })
  t.match(made, {
    status: 201,
    body: { note: '街道通知', createdBy: '工作者1', gates: [gate], effectiveFrom: begin, isOwn: true }
  })
  t.same(changes, [{ kind: 'trust' }], 'gates that are online are told')
  const after = await trustOf(service)
  t.equal(after.version, before.version + 1)
  const quotaAt = (id: string, at: number) => policyAt(after.policies, id, epochSeconds(at)).quota
  t.equal(quotaAt(gate, begin - 1), null)
  t.same(quotaAt(gate, begin), { maxExits: 1, perDays: 2 })
  t.equal(quotaAt(other, begin), null, 'other gates keep the general rules')
})

t.test('a policy is ended and the one before it counts again; what was ruled stays to be read', async t => {
  const service = await open(t)
  const [gate] = service.gates
  const { body } = await service.worker('POST', '/api/v1/policies', { ...PROFILES.high, gates: [gate] })
  service.clock.now += DAY * 1000
  t.match(await service.worker('POST', `/api/v1/policies/${body.id}/end`, {}), {
    status: 200,
    body: { effectiveUntil: now + DAY, endedBy: '工作者1', endedAt: service.clock.now }
  })
  const { policies } = await trustOf(service)
  t.equal(policyAt(policies, gate, epochSeconds(now + DAY)).quota, null)
  t.same(
    policyAt(policies, gate, epochSeconds(now + DAY - 1)).quota,
    { maxExits: 1, perDays: 2 },
    'for phones whose clock is behind'
  )
  t.match(await service.worker('POST', `/api/v1/policies/${body.id}/end`, {}), { status: 409, body: { code: 'policy-ended' } })
  const current = await service.worker('GET', '/api/v1/policies')
  t.same(
    current.body.policies.map(({ gates }: { gates: unknown }) => gates),
    [null],
    'only the general one is left in force'
  )
  const history = await service.worker('GET', `/api/v1/policies/history?gate=${gate}`)
  t.match(history.body.items, [
    { id: body.id, endedBy: '工作者1', quota: { maxExits: 1 } },
    { gates: null, createdBy: '' }
  ])
})

t.test('a policy that was to come never counts when it is withdrawn', async t => {
  const service = await open(t)
  const [gate] = service.gates
  const { body } = await service.admin('POST', '/api/v1/policies', { ...PROFILES.high, gates: [gate], effectiveFrom: now + DAY })
  const ended = await service.admin('POST', `/api/v1/policies/${body.id}/end`, {})
  t.equal(ended.body.effectiveUntil, now + DAY)
  const { policies } = await trustOf(service)
  t.equal(policyAt(policies, gate, epochSeconds(now + 2 * DAY)).quota, null)
  t.equal(policies.length, 1, 'and is not carried to the gates')
})

t.test('a correction with the same date takes the place of what was added before it', async t => {
  const service = await open(t)
  const effectiveFrom = now + DAY
  await service.admin('POST', '/api/v1/policies', { ...PROFILES.high, gates: null, effectiveFrom })
  await service.admin('POST', '/api/v1/policies', { ...PROFILES.medium, gates: null, effectiveFrom })
  const { policies } = await trustOf(service)
  t.equal(policyAt(policies, service.gates[0], epochSeconds(effectiveFrom)).quota, null)
  t.equal(policies.length, 2, 'the mistake is not carried to the gates')
  const current = await service.worker('GET', '/api/v1/policies')
  t.equal(current.body.policies.length, 2)
})

t.test("a community's staff rule their own gates and see the general rules", async t => {
  const service = await open(t)
  const [own, foreign] = service.gates
  const write = (gates: string[] | null) => service.worker('POST', '/api/v1/policies', { ...PROFILES.low, gates })
  t.match(await write(null), { status: 403, body: { code: 'not-allowed', path: '/gates' } })
  t.match(await write([own, foreign]), { status: 400, body: { code: 'gate-unknown', path: '/gates/1' } })
  const general = await service.admin('POST', '/api/v1/policies', { ...PROFILES.medium, gates: null })
  const both = await service.admin('POST', '/api/v1/policies', { ...PROFILES.medium, gates: [foreign, own] })
  const seen = (await service.worker('GET', '/api/v1/policies')).body.policies
  t.match(seen, [
    { id: general.body.id, isOwn: false, gates: null },
    { id: both.body.id, isOwn: false, gates: [own] }
  ])
  for (const { id } of seen) t.equal((await service.worker('POST', `/api/v1/policies/${id}/end`, {})).status, 404)
  await service.admin('POST', '/api/v1/policies', { ...PROFILES.medium, gates: [foreign] })
  t.equal((await service.worker('GET', '/api/v1/policies')).body.policies.length, 2)
  t.match(await service.worker('GET', `/api/v1/policies/history?gate=${foreign}`), {
    status: 400,
    body: { code: 'gate-unknown' }
  })
})

t.test('what cannot be right is refused at its field', async t => {
  const { worker, gates } = await open(t)
  const [gate] = gates
  const wrong: readonly [object, string, string][] = [
    [{ quota: { maxExits: 1, perDays: 8 } }, 'invalid-field', '/quota'],
    [{ acceptedKinds: ['drill'] }, 'invalid-field', '/acceptedKinds/0'],
    [{ acceptedSites: [99] }, 'site-unknown', '/acceptedSites/0'],
    [{ acceptedSites: [2] }, 'site-unknown', '/acceptedSites/0'],
    [{ closure: { fromMinute: 60, toMinute: 60 } }, 'invalid-field', '/closure/toMinute'],
    [
      {
        openHours: [
          { fromMinute: 0, toMinute: 60 },
          { fromMinute: 9, toMinute: 9 }
        ]
      },
      'invalid-field',
      '/openHours/1/toMinute'
    ],
    [{ temperature: { ...PROFILES.low.temperature, limit: 421 } }, 'invalid-field', '/temperature/limit'],
    [{ temperature: { ...PROFILES.low.temperature, plausibleTo: 350 } }, 'invalid-field', '/temperature/plausibleTo'],
    [{ staleness: { warnAfterSeconds: 7200, askAfterSeconds: 3600 } }, 'invalid-field', '/staleness/askAfterSeconds'],
    [{ override: { CHECK: 'maybe', STOP: 'reason' } }, 'invalid-field', '/override/CHECK'],
    [
      { override: { CHECK: 'reason', STOP: 'reason', reasons: { WEATHER: 'reason' } } },
      'invalid-field',
      '/override/reasons/WEATHER'
    ],
    [{ watchedPlates: [{ prefix: '鄂a', notice: '登记' }] }, 'invalid-field', '/watchedPlates/0/prefix'],
    [{ watchedPlates: [1, 2].map(() => ({ prefix: '鄂', notice: '登记' })) }, 'invalid-field', '/watchedPlates/1/prefix'],
    [{ effectiveFrom: now - 301 }, 'validity-invalid', '/effectiveFrom'],
    [{ effectiveFrom: now + 3 * 366 * DAY }, 'validity-invalid', '/effectiveFrom'],
    [{ effectiveFrom: now + 10, effectiveUntil: now + 10 }, 'validity-invalid', '/effectiveUntil'],
    [{ gates: [] }, 'invalid-field', '/gates'],
    [{ nightlyDance: true }, 'invalid-field', '/nightlyDance']
  ]
  for (const [change, code, path] of wrong) {
    const { status, body } = await worker('POST', '/api/v1/policies', { ...PROFILES.low, gates: [gate], ...change })
    t.match({ status, code: body.code, path: body.path }, { status: 400, code, path }, JSON.stringify(change))
  }
  const late = await worker('POST', '/api/v1/policies', { ...PROFILES.low, gates: [gate], effectiveFrom: now - 60 })
  t.match(late, { status: 201, body: { effectiveFrom: now } }, 'what began while the form was looked at begins now')
})

t.test('the history is paged, the profiles are there to start from', async t => {
  const { worker, gates } = await open(t)
  for (let index = 0; index < 3; index++)
    await worker('POST', '/api/v1/policies', { ...PROFILES.low, gates: [gates[0]], note: `第${index}次` })
  const first = await worker('GET', '/api/v1/policies/history?limit=2')
  t.same(
    first.body.items.map(({ note }: { note: string }) => note),
    ['第2次', '第1次']
  )
  const rest = await worker('GET', `/api/v1/policies/history?limit=2&cursor=${first.body.next}`)
  t.match(rest.body, { items: [{ note: '第0次' }, { gates: null }], next: null })
  const { body } = await worker('GET', '/api/v1/policies/profiles')
  t.same(body, JSON.parse(JSON.stringify(Object.entries(PROFILES).map(([risk, rules]) => ({ risk, rules })))))
  for (const { rules } of body)
    t.equal(
      (await worker('POST', '/api/v1/policies', { ...rules, gates: [gates[0]] })).status,
      201,
      'each can be signed as it is'
    )
})

t.test('gates are told of an exit for work that it used nothing of a quota', async t => {
  t.same(
    passagesOf({
      entries: [
        [5, 0, 1],
        [5, 1, 2],
        [5, 2, 3]
      ],
      cursor: ''
    }).map(({ direction, isExempt }) => [direction, isExempt]),
    [
      ['in', false],
      ['out', false],
      ['out', true]
    ]
  )
})
