import { epochSeconds, minuteToSeconds, passMinute } from '../../shared/time.ts'
import type { GateDatabase, Identity } from '../log/gate-database.ts'
import type { Outbox } from '../log/outbox.ts'
import type { Witness } from '../log/witness.ts'
import { backoffMs } from '../sync/backoff.ts'
import { deliver } from '../sync/deliver.ts'
import { createTokenKeeper, type TokenKeeper } from '../sync/device-token.ts'
import { readEvents } from '../sync/event-reader.ts'
import type { ApiFailure, GateApi } from '../sync/gate-api.ts'
import { keepGateData, listIssuedAt, takeStatus, takeTrust } from './gate-data.ts'
import { isOnline, isRevoked, offsetMs, recent, trust, unsent } from './gate-state.ts'

/** With a network, a gate asks at least this often; pushed changes come at once. */
const EVERY_MS = 15_000
const RECENT_SECONDS = 48 * 3600

export type Synchroniser = { now(): void; stop(): void }

type Parts = {
  readonly api: GateApi
  readonly db: GateDatabase
  readonly outbox: Outbox
  readonly witness: Witness
  readonly self: Identity
  readonly eventsUrl: string
}

/** Keeps phone and service alike for as long as the page lives: deliver first, then fetch what changed. */
export function startSynchroniser(parts: Parts): Synchroniser {
  const { self } = parts
  const tokens = createTokenKeeper(parts.api, {
    device: self.device,
    sign: async text =>
      new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, self.privateKey, new TextEncoder().encode(text))
      ),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count))
  })
  const ended = new AbortController()
  const cursor: { recent: string | null } = { recent: null }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false

  const round = async (): Promise<void> => {
    const failure = await synchronise(parts, tokens, cursor)
    if (failure !== null && failure.kind === 'refused' && failure.status === 401) tokens.forget()
    failures = failure === null ? 0 : failures + 1
    isOnline.value = failure === null || failure.kind === 'refused'
    unsent.value = await parts.outbox.unsent()
  }
  const loop = (): void => {
    clearTimeout(timer)
    if (ended.signal.aborted) return
    if (running !== null) {
      again = true
      return
    }
    running = round().finally(() => {
      running = null
      const wait = again ? 0 : failures === 0 ? EVERY_MS : backoffMs(failures, Math.random())
      again = false
      if (!ended.signal.aborted) timer = setTimeout(loop, wait)
    })
  }
  const listen = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const token = isRevoked.value ? null : await tokens.token(Date.now())
      if (token?.ok) await readEvents(parts.eventsUrl, token.value.token, ended.signal, loop)
      await new Promise(resolve => setTimeout(resolve, backoffMs(1, Math.random())))
    }
  }
  window.addEventListener('online', loop, { signal: ended.signal })
  loop()
  void listen()
  return { now: loop, stop: () => ended.abort() }
}

async function synchronise(parts: Parts, tokens: TokenKeeper, cursor: { recent: string | null }): Promise<ApiFailure | null> {
  const { api, outbox, witness, self, db } = parts
  const before = Date.now()
  const token = await tokens.token(before)
  if (!token.ok) return token.failure
  isRevoked.value = token.value.revoked
  const { failure } = await deliver(
    outbox,
    (entries, count) => api.upload(token.value.token, { entries, unsent: count, deviceMs: Date.now() }),
    upTo => witness.acknowledge(self.device, upTo)
  )
  await outbox.tidy(Date.now())
  if (failure !== null || token.value.revoked) return failure
  const asked = Date.now()
  const manifest = await api.manifest(token.value.token)
  if (!manifest.ok) return manifest.failure
  // The answer was made about half-way between question and arrival.
  offsetMs.value = Math.round(manifest.value.serverTime - (asked + Date.now()) / 2)
  if (trust.value === null || manifest.value.trustVersion > trust.value.version) {
    const bundle = await api.trust()
    if (!bundle.ok) return bundle.failure
    await takeTrust(bundle.value)
  }
  for (const { list, version } of manifest.value.lists) {
    if (Math.floor(version / 1000) <= listIssuedAt(list)) continue
    const signed = await api.status(list)
    if (!signed.ok) return signed.failure
    await takeStatus(signed.value)
  }
  await keepGateData(db)
  return fetchRecent(api, token.value.token, cursor)
}

async function fetchRecent(api: GateApi, token: string, cursor: { recent: string | null }): Promise<ApiFailure | null> {
  const answer = await api.recent(token, cursor.recent)
  if (!answer.ok) return answer.failure
  cursor.recent = answer.value.cursor
  const fresh = answer.value.entries.map(([serial = 0, direction, minute = 0]) => ({
    serial,
    direction: direction === 0 ? ('in' as const) : ('out' as const),
    at: minuteToSeconds(passMinute(minute))
  }))
  const oldest = epochSeconds(Math.floor(Date.now() / 1000) - RECENT_SECONDS)
  if (fresh.length > 0) recent.value = [...recent.value.filter(entry => entry.at >= oldest), ...fresh]
  return null
}
