import type { ApiAnswer, ApiFailure, GateApi } from '../../scanner/sync/gate-api.ts'
import { missingRanges } from '../../shared/log/number-ranges.ts'
import type { GateManifest, RecentEntries, UploadAnswer, WireEntry } from '../../shared/schema/gate.ts'

export const OFFLINE: ApiFailure = { kind: 'offline' }
const refused = (status: number, code: string, detail: string | null = null): ApiFailure => ({
  kind: 'refused',
  status,
  code,
  detail
})

/** What becomes of one request: lost on the way there, or on the way back. */
export type Fate = 'arrives' | 'request-lost' | 'answer-lost'

/** The gate's half of the service in memory, with a network that fails as it is told. */
export type FakeService = {
  readonly api: GateApi
  readonly entries: Map<number, unknown>
  readonly quarantined: Set<number>
  readonly calls: string[]
  readonly batches: number[][]
  /** Fates of the uploads to come; then everything arrives. */
  fates: Fate[]
  now: number
  revoked: boolean
  /** Tokens that are still taken. */
  validFrom: number
  manifest: Omit<GateManifest, 'serverTime'>
  recent: RecentEntries
  trust: string
  offline: boolean
}

export function createFakeService(): FakeService {
  let tokens = 0
  const answer = <T>(call: string, value: () => ApiAnswer<T>): Promise<ApiAnswer<T>> => {
    service.calls.push(call)
    return Promise.resolve(service.offline ? { ok: false, failure: OFFLINE } : value())
  }
  const authorised = <T>(token: string, value: () => T): ApiAnswer<T> =>
    Number(token) < service.validFrom ? { ok: false, failure: refused(401, 'sign-in-needed') } : { ok: true, value: value() }
  const held = (): UploadAnswer => {
    const numbers = [...new Set([...service.entries.keys(), ...service.quarantined])].sort((a, b) => a - b)
    const missing = missingRanges(numbers, 50)
    const contiguous = missing[0] === undefined ? (numbers.at(-1) ?? 0) : missing[0][0] - 1
    return { contiguous, missing: missing.map(([a, b]) => [a, b]), quarantined: [], serverTime: service.now }
  }
  const service: FakeService = {
    entries: new Map(),
    quarantined: new Set(),
    calls: [],
    batches: [],
    fates: [],
    now: 1_600_000_100_000,
    revoked: false,
    validFrom: 0,
    manifest: { trustVersion: 1, lists: [] },
    recent: { entries: [], cursor: '0' },
    trust: 'trust-1',
    offline: false,
    api: {
      enrol: () => answer('enrol', () => ({ ok: false, failure: refused(400, 'code-invalid') })),
      token: ({ issuedAt }) =>
        answer('token', () => {
          if (Math.abs(issuedAt - service.now) > 300_000)
            return { ok: false, failure: refused(401, 'clock-wrong', String(service.now)) }
          const token = String(++tokens)
          return {
            ok: true,
            value: { token, expiresAt: service.now + 900_000, serverTime: service.now, revoked: service.revoked }
          }
        }),
      manifest: token => answer('manifest', () => authorised(token, () => ({ ...service.manifest, serverTime: service.now }))),
      trust: () => answer('trust', () => ({ ok: true, value: service.trust })),
      status: list => answer(`status ${list}`, () => ({ ok: true, value: `list-${list}` })),
      recent: (token, after) => answer(`recent ${after}`, () => authorised(token, () => service.recent)),
      slots: token => answer('slots', () => authorised(token, () => ({ iterations: 1, slots: [] }))),
      record: (token, { body }) =>
        answer(`record ${body.id}`, () => authorised(token, () => ({ id: body.id, outcome: 'stored', serverTime: service.now }))),
      uploadCarried: () => answer('uploadCarried', () => ({ ok: false, failure: refused(404, 'not-found') })),
      roster: () => answer('roster', () => ({ ok: false, failure: refused(503, 'not-ready') })),
      rosterKey: () => answer('roster key', () => ({ ok: false, failure: refused(503, 'not-ready') })),
      visitorPass: () => answer('visitorPass', () => ({ ok: false, failure: refused(429, 'too-many-requests') })),
      upload: (token, { entries }) =>
        answer('upload', () => {
          const fate = service.fates.shift() ?? 'arrives'
          if (fate === 'request-lost') return { ok: false, failure: OFFLINE }
          const result = authorised(token, () => {
            const batch = entries as WireEntry[]
            service.batches.push(batch.map(({ number }) => number))
            for (const entry of batch) if (!service.quarantined.has(entry.number)) service.entries.set(entry.number, entry)
            return held()
          })
          return fate === 'answer-lost' ? { ok: false, failure: OFFLINE } : result
        })
    }
  }
  return service
}
