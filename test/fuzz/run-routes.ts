import { ROLES, RULES, type Role } from '../../server/http/authorisation.ts'
import { CALLS, STREAMS, servedRoutes, type Stage, stageOf } from '../support/authz-cases.ts'
import { seededRandom } from '../support/frames/random.ts'
import { startService, type TestService } from '../support/service.ts'
import { type Json, RAW_BODIES, spoil, spoilUrl } from './hostile-json.ts'

export type RouteFuzzReport = {
  routes: number
  requests: number
  /** Answered with a client's error, as a problem with a code. */
  refused: number
  /** Server errors, answers that are no problem, traces of code, or a service that is gone. */
  faults: string[]
}

/** Who sees most of a route gets deepest into it. */
const strongest = (route: string): Role =>
  ['administrator', 'community-worker', 'device', ...ROLES].find(role => RULES[route]?.roles.includes(role as Role)) as Role

/** Every route that is served gets `perRoute` spoiled requests. The same seed makes the same requests. */
export async function fuzzRoutes(dir: string, perRoute: number, seed: number): Promise<RouteFuzzReport> {
  const service = await startService(dir)
  const stage = stageOf(service)
  const random = seededRandom(seed).next
  const report: RouteFuzzReport = { routes: 0, requests: 0, refused: 0, faults: [] }
  try {
    for (const route of servedRoutes(service)) {
      if (STREAMS.includes(route)) continue
      report.routes++
      for (let turn = 0; turn < perRoute; turn++) await tryOne(service, stage, report, route, random, turn)
      // What got through may have changed the things of the stage, or ended a session.
      stage.isUsed()
    }
    const alive = await service.app.inject({ method: 'GET', url: '/readyz' })
    if (alive.statusCode !== 200) report.faults.push(`/readyz answers ${alive.statusCode} in the end`)
  } finally {
    await service.close()
  }
  return report
}

async function tryOne(
  service: TestService,
  stage: Stage,
  report: RouteFuzzReport,
  route: string,
  random: () => number,
  turn: number
): Promise<void> {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string]
  const { own } = await stage.things()
  const call = CALLS[route]?.(own) ?? { url: path, payload: {} }
  const url = random() < 0.25 ? spoilUrl(random, String(call.url)) : String(call.url)
  const hasBody = method !== 'GET' && method !== 'DELETE'
  const raw = RAW_BODIES[turn]
  const body = raw?.[1] ?? JSON.stringify(spoil(random, (call.payload ?? {}) as Json))
  const headers = {
    ...(await stage.headers(strongest(route))),
    ...(hasBody ? { 'content-type': raw?.[0] ?? 'application/json' } : {})
  }
  const answer = await service.app.inject({ method, url, headers, ...(hasBody && body !== undefined ? { payload: body } : {}) })
  report.requests++
  if (answer.statusCode >= 400 && answer.statusCode < 500) report.refused++
  const fault = faultOf(answer.statusCode, String(answer.headers['content-type']), answer.body)
  if (fault !== null)
    report.faults.push(`${route} ${url.slice(0, 120)} ${String(body).slice(0, 160)}: ${fault} ${answer.body.slice(0, 200)}`)
}

function faultOf(status: number, type: string, body: string): string | null {
  if (status >= 500) return `answers ${status}`
  if (/node_modules|\.ts:\d+|SQLITE_|at async /.test(body)) return 'shows code'
  if (status < 400) return null
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}`
  return typeof (JSON.parse(body) as { code?: unknown }).code === 'string' ? null : `${status} without a code`
}
