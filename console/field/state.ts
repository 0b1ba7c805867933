import { signal } from '@preact/signals'
import type { AttemptInput } from '../../shared/schema/survey.ts'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import type { Me } from '../../shared/schema/session.ts'
import type { Choice } from '../../shared/survey/merge.ts'
import type { Fields } from '../../shared/survey/sheet-fields.ts'
import type { Failure } from '../../ui/api/client.ts'
import { call } from '../api/call.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { known, siteName } from '../state/directory.ts'
import { leave } from '../state/ask-session.ts'
import { newAttemptId } from '../survey/new-attempt.ts'
import { type Kept, type Meta, openKept } from './kept.ts'
import { changeOf, type Outgoing, type OutgoingChange, resolved } from './outgoing.ts'
import { forgetWorker, keepWorker } from './kept-worker.ts'
import { type FieldApi, synchronise } from './synchronise.ts'

/** What the phone shows. `failed`: this browser keeps nothing, as in some private windows or without TLS. */
export type FieldState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'ready'
      readonly doors: readonly FieldDoor[]
      readonly outbox: readonly Outgoing[]
      readonly meta: Meta | null
    }

export const field = signal<FieldState>({ kind: 'opening' })
export const syncing = signal(false)
export const syncFailure = signal<Failure | null>(null)

/** Also without a network. */
export function placeName(number: number): string {
  const kept = field.value.kind === 'ready' ? field.value.meta?.sites.find(site => site.number === number) : undefined
  return known() === null && kept !== undefined ? nameOf(kept) : siteName(number)
}

let store: (Kept & { readonly account: string }) | null = null

const api: FieldApi = {
  deliver: body => call('POST', '/api/v1/field/deliveries', { body }),
  page: after => call('GET', `/api/v1/field/households${after === null ? '' : `?after=${after}`}`),
  sites: () => known()?.sites ?? (field.value.kind === 'ready' ? (field.value.meta?.sites ?? []) : [])
}

export async function openField(me: Me): Promise<void> {
  try {
    if (store?.account !== me.id) store = { account: me.id, ...(await openKept(me.id)) }
    keepWorker(me)
    // Against being cleared while there is something unsent; asked for, and not always granted.
    void navigator.storage?.persist?.()
    await show()
  } catch (error) {
    console.error(error)
    field.value = { kind: 'failed' }
  }
}

async function show(): Promise<void> {
  if (store === null) return
  const [doors, outbox, meta] = await Promise.all([store.doors(), store.outbox(), store.meta()])
  field.value = { kind: 'ready', doors, outbox, meta }
}

/** One at a time, also with the page open twice. */
export async function sync(): Promise<void> {
  const kept = store
  if (kept === null || syncing.value) return
  syncing.value = true
  const work = async (): Promise<Failure | null> => synchronise(kept, api, Date.now)
  try {
    syncFailure.value = await (navigator.locks === undefined ? work() : navigator.locks.request('checkpoint-field', work))
  } finally {
    syncing.value = false
    await show()
  }
}

export async function noteAttempt(door: FieldDoor, attempt: Omit<AttemptInput, 'id' | 'at'>): Promise<void> {
  const id = newAttemptId()
  const body = { household: door.sheet.id, round: door.round, id, at: Date.now(), ...attempt }
  await store?.putOutgoing({ kind: 'attempt', id, household: door.sheet.id, body, state: 'waiting' })
  await show()
  void sync()
}

export const changeFor = (household: number): OutgoingChange | null => {
  const now = field.value
  if (now.kind !== 'ready') return null
  return now.outbox.find((item): item is OutgoingChange => item.kind === 'change' && item.household === household) ?? null
}

export async function saveFields(door: FieldDoor, fields: Fields, how: 'door' | 'phone'): Promise<void> {
  const before = changeFor(door.sheet.id)
  await store?.replaceOutgoing(before?.id ?? null, changeOf(door, before, fields, { id: newAttemptId(), at: Date.now(), how }))
  await show()
  void sync()
}

export async function resolve(change: OutgoingChange, choices: ReadonlyMap<string, Choice>): Promise<void> {
  await store?.replaceOutgoing(change.id, resolved(change, choices, { id: newAttemptId(), at: Date.now() }))
  await show()
  void sync()
}

/** Only what the service will never take, and only when the worker says so. */
export async function discard(id: string): Promise<void> {
  await store?.removeOutgoing(id)
  await show()
}

/**
 * False: something is unsent, and nothing was done. Else the list and its key are gone first, then the session: whoever finds
 * the phone in between finds nothing.
 */
export async function signOutOfField(me: Me): Promise<boolean> {
  if (store === null) return (await leave()) === null
  await sync()
  if ((await store.outbox()).length > 0) return false
  await store.destroy()
  store = null
  forgetWorker()
  field.value = { kind: 'opening' }
  const failure = await leave()
  if (failure === null) return true
  await openField(me)
  syncFailure.value = failure
  return true
}
