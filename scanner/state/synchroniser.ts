import { signerOf } from '../check/sign-text.ts'
import { exclusivelyIn } from '../log/exclusively.ts'
import type { Identity } from '../log/gate-database.ts'
import type { Outbox } from '../log/outbox.ts'
import type { Witness } from '../log/witness.ts'
import { backoffMs } from '../sync/backoff.ts'
import { askForBackground } from '../sync/ask-for-background.ts'
import { DELIVERY_LOCK } from '../sync/deliver-own.ts'
import { createTokenKeeper } from '../sync/device-token.ts'
import { readEvents, type ServerEvent } from '../sync/event-reader.ts'
import type { ApiFailure, GateApi } from '../sync/gate-api.ts'
import { IDLE, step, type SyncEvent } from '../sync/schedule.ts'
import { type HeldData, type Round, type RoundOutcome, synchronise, takePushed } from '../sync/synchronise.ts'
import { deliverKeptRecords } from './records.ts'
import { isDataRefused, isOnline, isRevoked, unsent } from './gate-state.ts'

export type Synchroniser = { now(): void; stop(): void }

type Parts = {
  readonly api: GateApi
  readonly held: HeldData
  readonly outbox: Outbox
  readonly witness: Witness
  readonly self: Identity
  readonly tidy: Round['tidy']
  /** Brings what this phone carries for others. */
  readonly deliverCarried: (token: string) => Promise<ApiFailure | null>
  readonly eventsUrl: string
  readonly boot: string
}

/** A push connection that lived this long was a good one. */
const STEADY_MS = 30_000

/** Keeps phone and service alike for as long as the page lives. */
export function startSynchroniser(parts: Parts): Synchroniser {
  const ended = new AbortController()
  const round = roundOf(parts)
  let schedule = IDLE
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (event: SyncEvent): void => {
    const [next, act] = step(schedule, event, Math.random())
    schedule = next
    if (act.kind === 'rest') return
    clearTimeout(timer)
    if (act.kind === 'wait') timer = setTimeout(want, act.ms)
    else void run()
  }
  const want = (): void => tell({ kind: 'wanted' })
  const run = async (): Promise<void> => {
    const failed = await oneRound(round)
    tell({ kind: 'finished', failed })
  }
  window.addEventListener('online', want, { signal: ended.signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && want(), { signal: ended.signal })
  want()
  void listen(round, parts.eventsUrl, ended.signal, event => takePushed(event, round) || want())
  return {
    now: want,
    stop() {
      tell({ kind: 'ended' })
      clearTimeout(timer)
      ended.abort()
    }
  }
}

const roundOf = ({ api, held, outbox, witness, self, boot, tidy, deliverCarried }: Parts): Round => ({
  api,
  tidy,
  held,
  outbox,
  tokens: createTokenKeeper(api, {
    device: self.device,
    sign: signerOf(self.privateKey),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count))
  }),
  now: () => Date.now(),
  run: () => ({ boot, monotonicMs: Math.round(performance.now()) }),
  deliverBeside: async token => (await deliverKeptRecords(api, token)) ?? deliverCarried(token),
  fetchBeside: async token => (await import('./slots.ts')).fetchSlots(api, token, performance.now()),
  refreshRoster: async (token, version) => (await loadRoster()).refreshRoster(api, token, self.site, version),
  onAcknowledged: upTo => witness.acknowledge(self.device, upTo),
  cursor: { recent: null }
})

/** Not on the first page: it is needed when somebody comes without a code. */
const loadRoster = () => import('../roster/roster.ts')

/** The service worker delivers, too. */
const exclusively = exclusivelyIn(DELIVERY_LOCK)

/** One round and what the screens show of it; whether it failed. */
async function oneRound(round: Round): Promise<boolean> {
  try {
    const outcome = await exclusively(() => synchronise(round))
    show(outcome)
    unsent.value = await round.outbox.unsent()
    if (outcome.failure?.kind === 'offline' && unsent.value > 0) void askForBackground()
    return outcome.failure !== null
  } catch (error) {
    console.error(error) // the database of a phone that is full: the next round may find room
    return true
  }
}

function show({ failure, revoked, refusedData }: RoundOutcome): void {
  isOnline.value = failure === null || failure.kind === 'refused'
  if (failure !== null) return
  isRevoked.value = revoked
  if (revoked) loadRoster().then(({ dropRoster }) => dropRoster(), console.error)
  isDataRefused.value = refusedData
}

/** Holds the push connection; whatever ends it, it is tried again, slower while it keeps failing. */
async function listen(
  { tokens, cursor }: Round,
  url: string,
  signal: AbortSignal,
  onEvent: (event: ServerEvent) => void
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const since = Date.now()
    const token = isRevoked.value ? null : await tokens.token(since)
    const after = cursor.recent === null ? '' : `?after=${encodeURIComponent(cursor.recent)}`
    if (token?.ok) await readEvents(`${url}${after}`, token.value.token, signal, onEvent)
    failures = Date.now() - since > STEADY_MS ? 1 : failures + 1
    await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
  }
}
