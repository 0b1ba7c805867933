import type { DeviceToken, DeviceTokenBody, EnrolledDevice, NewDevice } from '../../shared/schema/devices.ts'
import type { GateSlots } from '../../shared/schema/shifts.ts'
import type { RecordAnswer } from '../../shared/schema/records.ts'
import type { KeptRecord } from '../records/record-outbox.ts'
import type {
  CarriedAnswer,
  CarriedBody,
  GateManifest,
  RecentEntries,
  UploadAnswer,
  UploadBody
} from '../../shared/schema/gate.ts'
import type { RosterAnswer, RosterKey } from '../../shared/schema/roster.ts'
import type { NewVisitorPass, VisitorPass } from '../../shared/schema/visitor-passes.ts'

/** `offline`: no answer came. Everything else is the service's own refusal. */
export type ApiFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly detail: string | null }
export type ApiAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure }

export type RosterAsk = { readonly since: string | null; readonly from: number; readonly misses: number }

/** Port: what a gate asks the service for. */
export type GateApi = {
  enrol(body: NewDevice): Promise<ApiAnswer<EnrolledDevice>>
  token(body: DeviceTokenBody): Promise<ApiAnswer<DeviceToken>>
  /** `deviceMs`: the phone's clock now, so that the service learns its error. */
  manifest(token: string, deviceMs: number): Promise<ApiAnswer<GateManifest>>
  trust(): Promise<ApiAnswer<string>>
  status(list: number): Promise<ApiAnswer<string>>
  recent(token: string, after: string | null): Promise<ApiAnswer<RecentEntries>>
  /** Who may sign in by PIN at the phone's site. */
  slots(token: string): Promise<ApiAnswer<GateSlots>>
  /** One record besides the log. */
  record(token: string, record: KeptRecord): Promise<ApiAnswer<RecordAnswer>>
  /** One part of what changed since a version, from a chunk on. */
  roster(token: string, ask: RosterAsk): Promise<ApiAnswer<RosterAnswer>>
  rosterKey(token: string): Promise<ApiAnswer<RosterKey>>
  /** `key`: the same wish again is the same pass. */
  visitorPass(token: string, body: NewVisitorPass, key: string): Promise<ApiAnswer<VisitorPass>>
  upload(token: string, body: UploadBody): Promise<ApiAnswer<UploadAnswer>>
  uploadCarried(token: string, body: CarriedBody): Promise<ApiAnswer<CarriedAnswer>>
}

const TIMEOUT_MS = 20_000

export function createGateApi(base: string): GateApi {
  const ask = async <T>(path: string, init: RequestInit, read: (answer: Response) => Promise<T>): Promise<ApiAnswer<T>> => {
    try {
      const answer = await fetch(`${base}${path}`, {
        ...init,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        credentials: 'omit',
        cache: 'no-store'
      })
      if (answer.ok) return { ok: true, value: await read(answer) }
      return { ok: false, failure: await refusalOf(answer) }
    } catch {
      return { ok: false, failure: { kind: 'offline' } } // no network, no server, or an answer that broke off
    }
  }
  const json = <T>(answer: Response): Promise<T> => answer.json() as Promise<T>
  const text = (answer: Response): Promise<string> => answer.text()
  const post = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } })
  const postZipped = async <T>(
    path: string,
    token: string,
    body: unknown,
    read: (answer: Response) => Promise<T>
  ): Promise<ApiAnswer<T>> => {
    const zipped = new Blob([JSON.stringify(body)]).stream().pipeThrough(new CompressionStream('gzip'))
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' }
    return ask(path, { method: 'POST', headers, body: await new Response(zipped).blob() }, read)
  }
  return {
    enrol: body => ask('/devices', post(body), json<EnrolledDevice>),
    token: body => ask('/devices/token', post(body), json<DeviceToken>),
    manifest: (token, deviceMs) => ask(`/gate/manifest?deviceMs=${deviceMs}`, bearer(token), json<GateManifest>),
    trust: () => ask('/gate/trust', {}, text),
    status: list => ask(`/gate/status/${list}`, {}, text),
    recent: (token, after) =>
      ask(`/gate/recent${after === null ? '' : `?after=${encodeURIComponent(after)}`}`, bearer(token), json<RecentEntries>),
    slots: token => ask('/gate/slots', bearer(token), json<GateSlots>),
    record: (token, { kind, body }) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return ask(`/gate/${kind}`, { method: 'POST', headers, body: JSON.stringify(body) }, json<RecordAnswer>)
    },
    visitorPass: (token, body, key) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key }
      return ask('/gate/visitor-passes', { method: 'POST', headers, body: JSON.stringify(body) }, json<VisitorPass>)
    },
    roster: (token, { since, from, misses }) =>
      ask(
        `/gate/roster?misses=${misses}&from=${from}${since === null ? '' : `&since=${since}`}`,
        bearer(token),
        json<RosterAnswer>
      ),
    rosterKey: token => ask('/gate/roster/key', bearer(token), json<RosterKey>),
    upload: (token, body) => postZipped('/gate/entries', token, body, json<UploadAnswer>),
    uploadCarried: (token, body) => postZipped('/entries/carried', token, body, json<CarriedAnswer>)
  }
}

async function refusalOf(answer: Response): Promise<ApiFailure> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
  return { kind: 'refused', status: answer.status, code: problem.code ?? 'internal', detail: problem.detail ?? null }
}
