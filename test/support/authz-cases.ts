import { PROFILES } from '../../shared/gate/profiles.ts'
import { STANDARD_DAYS } from '../../server/domain/retention/times.ts'
import { ROLES, RULES, type Role, type Rule } from '../../server/http/authorisation.ts'
import { chainOf, enrol, proofOf } from './device.ts'
import { aDuty, aHandover, aTraining } from './gate-records.ts'
import type { Call, Fixture } from './authz-fixture.ts'
import { IMPORT_CALLS, importThings } from './authz-imports.ts'
import { REGISTER_CALLS, registerThings } from './authz-register.ts'
import { SURVEY_CALLS, surveyThings } from './authz-survey.ts'
import { WORK_CALLS, workThings } from './authz-work.ts'
import { slotThings } from './slot-things.ts'
import { asStaff, PASSWORD, signedIn, startService, type TestService } from './service.ts'

export type AuthzReport = { routes: number; roles: number; cases: number; leaks: string[]; untested: string[] }

type Place = 'own' | 'foreign'

/** Words that belong to one community only: seen in another's answer, they are a leak. */
const marksOf = (fixture: Fixture, index: number): string[] => [fixture.device, fixture.community, `标记${index}`]

export const CALLS: Readonly<Record<string, Call>> = {
  ...REGISTER_CALLS,
  ...IMPORT_CALLS,
  ...SURVEY_CALLS,
  ...WORK_CALLS,
  'GET /api/v1/passes/:serial': ({ serial }) => ({ url: `/api/v1/passes/${serial}` }),
  'POST /api/v1/passes/:serial/status': ({ serial }) => ({
    url: `/api/v1/passes/${serial}/status`,
    payload: { action: 'hold', reason: 'other' }
  }),
  'POST /api/v1/passes/:serial/reissue': ({ serial }) => ({ url: `/api/v1/passes/${serial}/reissue`, payload: {} }),
  'POST /api/v1/passes': ({ site }) => ({ url: '/api/v1/passes', payload: { kind: 'person', name: '张三', site, hours: 24 } }),
  'POST /api/v1/gates': ({ site }) => ({
    url: '/api/v1/gates',
    payload: { site, name: `门${Math.random()}`, nameEn: 'Gate', directions: ['in'] }
  }),
  'GET /api/v1/policies/history': ({ gate }) => ({ url: `/api/v1/policies/history?gate=${gate}` }),
  'POST /api/v1/policies': ({ gate }) => ({ url: '/api/v1/policies', payload: { ...PROFILES.low, gates: [gate] } }),
  'POST /api/v1/policies/:id/end': ({ policy }) => ({ url: `/api/v1/policies/${policy}/end`, payload: {} }),
  'POST /api/v1/enrolments': ({ site }) => ({ url: '/api/v1/enrolments', payload: { site } }),
  'GET /api/v1/devices/:id/quarantine': ({ device }) => ({ url: `/api/v1/devices/${device}/quarantine` }),
  'POST /api/v1/entries/carried': ({ device }) => ({
    url: '/api/v1/entries/carried',
    payload: { device, entries: [{ number: 1 }], seal: null }
  }),
  'POST /api/v1/devices/:id/revoke': ({ device }) => ({ url: `/api/v1/devices/${device}/revoke`, payload: {} }),
  'PATCH /api/v1/accounts/:id': ({ account }) => ({ url: `/api/v1/accounts/${account}`, payload: { displayName: '新名' } }),
  'GET /api/v1/entries': ({ site }) => ({ url: `/api/v1/entries?site=${site}` }),
  'POST /api/v1/alerts/:id/acknowledge': ({ alert }) => ({ url: `/api/v1/alerts/${alert}/acknowledge`, payload: {} }),
  'GET /api/v1/entries/:device/:number/visitor': ({ device }) => ({ url: `/api/v1/entries/${device}/1/visitor` }),
  'POST /api/v1/gate/visitor-passes': ({ gate }) => ({ url: '/api/v1/gate/visitor-passes', payload: { name: '访客', gate } }),
  'GET /api/v1/trainings': ({ site }) => ({ url: `/api/v1/trainings?site=${site}` }),
  'GET /api/v1/trainings/sheet.pdf': ({ site }) => ({ url: `/api/v1/trainings/sheet.pdf?site=${site}` }),
  'GET /api/v1/handovers': ({ site }) => ({ url: `/api/v1/handovers?site=${site}` }),
  'GET /api/v1/duties': ({ site }) => ({ url: `/api/v1/duties?site=${site}` }),
  'GET /api/v1/slots': ({ site }) => ({ url: `/api/v1/slots?site=${site}&from=0&to=86400000` }),
  'POST /api/v1/slots': ({ gate }) => ({ url: '/api/v1/slots', payload: { gate, slots: [{ start: 0, end: 1000, places: 1 }] } }),
  'POST /api/v1/slots/copy': ({ site }) => ({ url: '/api/v1/slots/copy', payload: { site, from: 0, to: 1000, byMs: 1000 } }),
  'DELETE /api/v1/slots/:slot': ({ slot }) => ({ url: `/api/v1/slots/${slot}` }),
  'POST /api/v1/slots/:slot/places': ({ slot, volunteer }) => ({ url: `/api/v1/slots/${slot}/places`, payload: { volunteer } }),
  'DELETE /api/v1/slots/:slot/places/:volunteer': ({ takenSlot, volunteer }) => ({
    url: `/api/v1/slots/${takenSlot}/places/${volunteer}`
  }),
  'GET /api/v1/volunteers': ({ site }) => ({ url: `/api/v1/volunteers?site=${site}` }),
  'GET /api/v1/shift-link': ({ site }) => ({ url: `/api/v1/shift-link?site=${site}` }),
  'POST /api/v1/shift-link': ({ site }) => ({ url: '/api/v1/shift-link', payload: { site } }),
  'POST /api/v1/gate/trainings': () => ({ url: '/api/v1/gate/trainings', payload: aTraining() }),
  'POST /api/v1/gate/handovers': () => ({ url: '/api/v1/gate/handovers', payload: aHandover() }),
  'POST /api/v1/gate/duties': () => ({ url: '/api/v1/gate/duties', payload: aDuty() }),
  'GET /api/v1/gate/status/:list': () => ({ url: '/api/v1/gate/status/0' }),
  'POST /api/v1/communities': () => ({ url: '/api/v1/communities', payload: { name: `社区${Math.random()}`, nameEn: 'C' } }),
  'POST /api/v1/sites': ({ community }) => ({ url: '/api/v1/sites', payload: { community, name: '小区', nameEn: 'S' } }),
  'POST /api/v1/accounts': ({ community }) => ({
    url: '/api/v1/accounts',
    payload: {
      username: `u${Math.floor(Math.random() * 1e9)}`,
      displayName: '某',
      role: 'community-worker',
      community,
      password: PASSWORD
    }
  }),
  'POST /api/v1/session/password': () => ({ url: '/api/v1/session/password', payload: { current: 'wrong', next: PASSWORD } }),
  'PUT /api/v1/retention': () => ({ url: '/api/v1/retention', payload: { days: STANDARD_DAYS } }),
  'POST /api/v1/gate/entries': () => ({ url: '/api/v1/gate/entries', payload: { entries: [], unsent: 0, deviceMs: 1 } })
}
/** Streams never end by themselves; who may open them is tried, and what they carry in their own tests. */
export const STREAMS = ['GET /api/v1/entries/events', 'GET /api/v1/alerts/events', 'GET /api/v1/gate/events']
for (const format of ['symbol.png', 'symbol.svg', 'card.pdf', 'card.svg', 'card.png']) {
  Object.assign(CALLS, {
    [`GET /api/v1/passes/:serial/${format}`]: ({ serial }: Fixture) => ({ url: `/api/v1/passes/${serial}/${format}` })
  })
}

/** Finds nothing elsewhere instead of refusing: only the marks tell. */
const FINDS_NOTHING = ['POST /api/v1/register/search']

/** Every route × every role × own and foreign community, against the real service. */
export async function tryAuthorisation(dir: string): Promise<AuthzReport> {
  const service = await startService(dir)
  const stage = stageOf(service)
  const report: AuthzReport = { routes: 0, roles: ROLES.length, cases: 0, leaks: [], untested: [] }
  const served = servedRoutes(service)
  try {
    for (const route of served) {
      const rule = RULES[route]
      if (rule === undefined) {
        report.leaks.push(`${route}: no rule`)
        continue
      }
      report.routes++
      for (const role of ROLES)
        for (const place of ['own', 'foreign'] as const) await tryOne(service, stage, report, route, rule, role, place)
    }
    for (const route of Object.keys(RULES)) if (!served.has(route)) report.leaks.push(`${route}: a rule without a route`)
  } finally {
    await service.close()
  }
  return report
}

async function tryOne(
  service: TestService,
  stage: Stage,
  report: AuthzReport,
  route: string,
  rule: Rule,
  role: Role,
  place: Place
): Promise<void> {
  const { own, foreign } = await stage.things()
  const target = place === 'own' ? own : foreign
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PATCH' | 'DELETE', string]
  const call: ReturnType<Call> = CALLS[route]?.(target) ?? { url: path, ...(method === 'GET' ? {} : { payload: {} }) }
  if (path.includes(':') && CALLS[route] === undefined) report.untested.push(route)
  const isAllowed = rule.roles.includes('public') || rule.roles.includes(role)
  if (STREAMS.includes(route) && isAllowed) return
  const headers = await stage.headers(role)
  const answer = await service.app.inject({ method, ...call, headers: { ...headers, ...call.headers } })
  report.cases++
  if (isAllowed && method !== 'GET') stage.isUsed()
  const name = `${route} as ${role} in ${place} community answers ${answer.statusCode}`
  const isRefused = answer.statusCode === 401 || answer.statusCode === 403
  const isPublic = rule.roles.includes('public')
  if (!isAllowed && !isRefused) report.leaks.push(`${name}: must be refused`)
  if (isAllowed && !isPublic && isRefused && route !== 'POST /api/v1/session/password')
    report.leaks.push(`${name}: must be let in`)
  if (rule.scope === 'realm' || !isAllowed || !['community-worker', 'grid-worker'].includes(role)) return
  for (const mark of marksOf(foreign, 2))
    if (answer.body.includes(mark)) report.leaks.push(`${name}: shows ${mark} of another community`)
  if (rule.scope !== 'community' || role !== 'community-worker') return
  if (place === 'foreign' && CALLS[route] !== undefined && !FINDS_NOTHING.includes(route) && answer.statusCode < 400)
    report.leaks.push(`${name}: reaches another community`)
  if (place === 'own' && answer.statusCode >= 400) report.leaks.push(`${name}: cannot reach its own community`)
}

type Things = { own: Fixture; foreign: Fixture }
/** Things and sessions to try with; after a case that may have changed them they are made anew, so that none hides another. */
export type Stage = {
  things(): Promise<Things>
  headers(role: Role): Promise<Record<string, string>>
  isUsed(): void
}

export function stageOf(service: TestService): Stage {
  let things: Promise<Things> | null = null
  const headers = new Map<Role, Promise<Record<string, string>>>()
  return {
    things() {
      things ??= fixtures(service)
      return things
    },
    headers(role) {
      const known = headers.get(role) ?? headersOf(service, role)
      headers.set(role, known)
      return known
    },
    isUsed() {
      things = null
      headers.clear()
    }
  }
}

/** Fresh things of both communities, so that one case cannot hide another. */
async function fixtures({ app, ctx, clock, communities, gates }: TestService): Promise<{ own: Fixture; foreign: Fixture }> {
  const made: Fixture[] = []
  const admin = asStaff(app, await signedIn(app, 'admin'))
  const accounts = (await admin('GET', '/api/v1/accounts')).body as { id: string; username: string }[]
  for (const index of [1, 2]) {
    const cookie = await signedIn(app, `worker${index}`)
    const pass = await asStaff(app, cookie)('POST', '/api/v1/passes', {
      kind: 'person',
      name: `标记${index}`,
      site: index,
      hours: 24
    })
    const device = await enrol(app, cookie, index, clock.now)
    const gate = gates[index - 1] ?? ''
    const rules = { ...PROFILES.low, gates: [gate], note: `标记${index}` }
    const policy = (await asStaff(app, cookie)('POST', '/api/v1/policies', rules)).body.id
    const account = accounts.find(({ username }) => username === `worker${index}`)?.id ?? ''
    const [wire] = await chainOf(device.id, gate, 1, clock.now, { site: index, sealed: 'a'.repeat(40) })
    if (wire !== undefined)
      await ctx.storage.appendEntries([{ ...wire, device: device.id, at: clock.now, receivedAt: clock.now }])
    const when = { at: clock.now, receivedAt: clock.now, site: index, gate: gates[index - 1] ?? '' }
    const who = { device: device.id, number: 1, serial: pass.body.serial, label: `标记${index}`, held: false, note: null }
    await ctx.storage.addAlert({ kind: 'fever', community: null, ...when, ...who })
    const alert = (await ctx.storage.alerts({ sites: [index], community: null, limit: 1 }))[0]?.id ?? 0
    const slots = await slotThings(ctx, index, gate, `标记${index}`)
    made.push({
      alert,
      serial: pass.body.serial,
      device: device.id,
      account,
      site: index,
      community: communities[index - 1] ?? '',
      gate,
      policy,
      ...(await registerThings(asStaff(app, cookie), index, communities[index - 1] ?? '', ctx.storage)),
      ...(await surveyThings(asStaff(app, cookie), index, communities[index - 1] ?? '', ctx)),
      ...(await importThings(ctx, index, index, communities[index - 1] ?? '')),
      ...(await workThings(ctx, index, communities[index - 1] ?? '', account)),
      ...slots
    })
  }
  return { own: made[0] as Fixture, foreign: made[1] as Fixture }
}

async function headersOf({ app, clock, communities }: TestService, role: Role): Promise<Record<string, string>> {
  if (role === 'public') return {}
  if (role === 'administrator') return { cookie: await signedIn(app, 'admin') }
  if (role === 'grid-worker') {
    const account = { username: 'grid1', displayName: '网格员', role, community: communities[0], password: PASSWORD }
    await asStaff(app, await signedIn(app, 'admin'))('POST', '/api/v1/accounts', account)
    return { cookie: await signedIn(app, 'grid1') }
  }
  const cookie = await signedIn(app, 'worker1')
  if (role === 'community-worker') return { cookie }
  const device = await enrol(app, cookie, 1, clock.now)
  if (role === 'device') return { authorization: `Bearer ${device.token}` }
  await app.inject({ method: 'POST', url: `/api/v1/devices/${device.id}/revoke`, headers: { cookie }, payload: {} })
  const again = await app.inject({ method: 'POST', url: '/api/v1/devices/token', payload: proofOf(device, clock.now) })
  return { authorization: `Bearer ${again.json().token}` }
}

/** What the router really serves, without files and documentation. */
export function servedRoutes({ app }: TestService): Set<string> {
  const open = /^(\/|\/api\/docs.*|\/api\/openapi\.json|\/ca\.crt)$/
  return new Set(
    [...app.servedRoutes].filter(
      route => !open.test(route.split(' ')[1] ?? '') && !route.startsWith('HEAD ') && !route.startsWith('OPTIONS ')
    )
  )
}
