import { signal } from '@preact/signals'
import type { RosterAnswer, RosterKey } from '../../shared/schema/roster.ts'
import type { ApiAnswer, ApiFailure, RosterAsk } from '../sync/gate-api.ts'
import { recallAttempts } from './attempts.ts'
import { importPepper, unwrapPepper } from './record-key.ts'
import { forgetRoster, openRosterStore, type RosterStore } from './roster-store.ts'

/** In memory only: a phone that was lost switched off, or whose page was closed, holds nothing that opens a record. */
const pepper = signal<{ readonly site: number; readonly key: CryptoKey } | null>(null)

let opened: Promise<RosterStore> | null = null
export const rosterStore = (): Promise<RosterStore> => {
  opened ??= openRosterStore()
  return opened
}

export const pepperOf = (site: number): CryptoKey | null => (pepper.value?.site === site ? pepper.value.key : null)
/** The phone is given back, or was revoked. */
export async function dropRoster(): Promise<void> {
  pepper.value = null
  opened = null
  begun = null
  await forgetRoster()
}

export type RosterApi = {
  roster(token: string, ask: RosterAsk): Promise<ApiAnswer<RosterAnswer>>
  rosterKey(token: string): Promise<ApiAnswer<RosterKey>>
}

/** Brings roster and key of the site up to what the manifest names. */
export async function refreshRoster(api: RosterApi, token: string, site: number, version: string): Promise<ApiFailure | null> {
  if (pepperOf(site) === null) {
    const answer = await api.rosterKey(token)
    if (!answer.ok) return answer.failure
    pepper.value = { site, key: await importPepper(answer.value.pepper) }
  }
  const store = await rosterStore()
  const head = await store.head()
  const since = head?.site === site ? head.version : null
  if (since === version) return null
  const answer = await gather(api, token, since)
  if (!answer.ok) return answer.failure
  await store.take(site, answer.value)
  return null
}

/** What came before the network broke off; the next round goes on from there. */
let begun: { readonly since: string | null; readonly answer: RosterAnswer } | null = null

/** Part after part. A version that changed meanwhile is begun anew. */
async function gather(api: RosterApi, token: string, since: string | null): Promise<ApiAnswer<RosterAnswer>> {
  const { misses } = recallAttempts(localStorage)
  let got = begun?.since === since ? begun.answer : null
  for (;;) {
    const part = await api.roster(token, { since, from: got?.next ?? 0, misses })
    if (!part.ok) return part
    const before = got?.version === part.value.version ? got.chunks : []
    if (got !== null && got.version !== part.value.version) {
      got = null
      begun = null
      continue
    }
    got = { ...part.value, chunks: [...before, ...part.value.chunks] }
    begun = got.next === null ? null : { since, answer: got }
    if (got.next === null) return { ok: true, value: got }
  }
}

/** Without a network the text of a duty pass of the site opens the roster, until the page is closed. */
export async function unlockRoster(site: number, text: string): Promise<boolean> {
  if (pepperOf(site) !== null) return true
  const head = await (await rosterStore()).head()
  if (head === null || head.site !== site) return false
  const key = await unwrapPepper(text, head.wraps)
  if (key !== null) pepper.value = { site, key }
  return key !== null
}
