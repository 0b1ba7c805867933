import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { RecentEntries } from '../../shared/schema/gate.ts'
import { PASSAGE_CODES } from '../../shared/log/passage-code.ts'
import { shortToSeconds } from '../../shared/time.ts'
import type { Outbox } from '../log/outbox.ts'
import { deliver } from './deliver.ts'
import type { TokenKeeper } from './device-token.ts'
import type { ServerEvent } from './event-reader.ts'
import type { ApiAnswer, ApiFailure, GateApi } from './gate-api.ts'

/** Port: the gate's data as it is held, verified by whoever takes it. */
export type HeldData = {
  trustVersion(): number | null
  /** Seconds since 1970; 0: not held. */
  listIssuedAt(list: number): number
  /** False: refused, the one that is held stays. */
  takeTrust(jws: string): Promise<boolean>
  takeStatus(jwt: string): Promise<boolean>
  /** `successors`: pairs of an old and a new serial, whose passages are the new one's, too. */
  takeRecent(entries: readonly RecentEntry[], successors: Successors): void
  /** Server time minus device time, and what the service said. */
  learnOffset(ms: number, serverMs: number): void
  keep(): Promise<void>
}

export type Successors = NonNullable<RecentEntries['successors']>

export type Round = {
  readonly api: GateApi
  readonly tokens: TokenKeeper
  readonly outbox: Outbox
  readonly held: HeldData
  /** Device clock, milliseconds. */
  readonly now: () => number
  /** The app's run and its clock that nobody can set. */
  readonly run?: () => { boot: string; monotonicMs: number }
  readonly onAcknowledged: (upTo: number) => void
  /** Delivers what else is kept, once the log is delivered. */
  readonly deliverBeside?: (token: string) => Promise<ApiFailure | null>
  /** Drops what is delivered and old, here and in the second copy. */
  readonly tidy: (nowMs: number) => Promise<void>
  /** Fetches what else the phone holds, last of all. */
  readonly fetchBeside?: (token: string) => Promise<ApiFailure | null>
  /** Brings the roster up to the version that the manifest names. */
  readonly refreshRoster?: (token: string, version: string) => Promise<ApiFailure | null>
  /** Where the last answer about recent passages ended. */
  readonly cursor: { recent: string | null }
}

/** `refusedData`: what the service sent was not signed as it must be, or was older than what is held. */
export type RoundOutcome = { readonly failure: ApiFailure | null; readonly revoked: boolean; readonly refusedData: boolean }

/** Deliver first, then fetch what changed. A token that is no longer taken is replaced once. */
export async function synchronise(round: Round): Promise<RoundOutcome> {
  const first = await attempt(round)
  if (!isUnauthorised(first.failure)) return first
  round.tokens.forget()
  return attempt(round)
}

const isUnauthorised = (failure: ApiFailure | null): boolean => failure?.kind === 'refused' && failure.status === 401

async function attempt(round: Round): Promise<RoundOutcome> {
  const { api, tokens, outbox, held, now, run, onAcknowledged, tidy, cursor } = round
  const answer = await tokens.token(now())
  if (!answer.ok) return { failure: answer.failure, revoked: false, refusedData: false }
  const { token, revoked } = answer.value
  const delivery = await deliver(
    outbox,
    (entries, unsent) => api.upload(token, { entries, unsent, deviceMs: now(), ...run?.() }),
    onAcknowledged
  )
  await tidy(now())
  // A revoked phone delivers, and gets nothing more.
  const failure = delivery.failure ?? (await round.deliverBeside?.(token)) ?? null
  if (failure !== null || revoked) return { failure, revoked, refusedData: false }
  const fetched = await fetchChanges(api, held, token, now)
  const { roster, refusedData } = fetched
  if (fetched.failure !== null) return { failure: fetched.failure, refusedData, revoked }
  const refresh = async (): Promise<ApiFailure | null> =>
    roster === undefined ? null : ((await round.refreshRoster?.(token, roster)) ?? null)
  const last = (await fetchRecent(api, held, token, cursor)) ?? (await refresh()) ?? (await round.fetchBeside?.(token)) ?? null
  return { failure: last, refusedData, revoked }
}

type Fetched = { readonly failure: ApiFailure | null; readonly refusedData: boolean; readonly roster?: string | undefined }

async function fetchChanges(api: GateApi, held: HeldData, token: string, now: () => number): Promise<Fetched> {
  const asked = now()
  const manifest = await api.manifest(token, asked)
  if (!manifest.ok) return { failure: manifest.failure, refusedData: false }
  // The answer was made about half-way between question and arrival.
  held.learnOffset(Math.round(manifest.value.serverTime - (asked + now()) / 2), manifest.value.serverTime)
  const taken: boolean[] = []
  const take = async (text: ApiAnswer<string>, by: (text: string) => Promise<boolean>): Promise<ApiFailure | null> => {
    if (!text.ok) return text.failure
    taken.push(await by(text.value))
    return null
  }
  const version = held.trustVersion()
  let failure = version !== null && manifest.value.trustVersion <= version ? null : await take(await api.trust(), held.takeTrust)
  for (const { list, version } of manifest.value.lists) {
    if (failure !== null || Math.floor(version / 1000) <= held.listIssuedAt(list)) continue
    failure = await take(await api.status(list), held.takeStatus)
  }
  await held.keep()
  return { failure, refusedData: taken.includes(false), roster: manifest.value.roster }
}

async function fetchRecent(api: GateApi, held: HeldData, token: string, cursor: Round['cursor']): Promise<ApiFailure | null> {
  const answer = await api.recent(token, cursor.recent)
  if (!answer.ok) return answer.failure
  cursor.recent = answer.value.cursor
  held.takeRecent(passagesOf(answer.value), answer.value.successors ?? [])
  return null
}

/** Passages that the service pushes are taken as they come; false: the event says only that there is something to fetch. */
export function takePushed({ event, data }: ServerEvent, { held, cursor }: Pick<Round, 'held' | 'cursor'>): boolean {
  if (event !== 'passages') return false
  const news = JSON.parse(data) as RecentEntries
  cursor.recent = news.cursor
  held.takeRecent(passagesOf(news), news.successors ?? [])
  return true
}

export const passagesOf = ({ entries }: RecentEntries): RecentEntry[] =>
  entries.map(([serial, code, short]) => ({
    serial,
    direction: code === PASSAGE_CODES.in ? 'in' : 'out',
    at: shortToSeconds(short),
    isExempt: code === PASSAGE_CODES.outExempt
  }))
