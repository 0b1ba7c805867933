import { signal } from '@preact/signals'
import type { Me } from '../../shared/schema/session.ts'
import type { Failure } from '../../ui/api/client.ts'
import { readSession, signOut } from '../api/endpoints.ts'
import { directory } from './directory.ts'

export type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly me: Me }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Who is at the console. The proof itself is a cookie that scripts cannot read. */
export const session = signal<Session>({ kind: 'asking' })

export async function loadSession(): Promise<void> {
  session.value = { kind: 'asking' }
  const answer = await readSession()
  if (answer.ok) signedIn(answer.value)
  else if (answer.failure.status === 401) signedOut()
  else session.value = { kind: 'failed', failure: answer.failure }
}

/** Whether the session still stands, without taking the page away while it is asked. */
export async function checkSession(): Promise<void> {
  const answer = await readSession()
  if (!answer.ok && answer.failure.status === 401) signedOut()
}

export function signedIn(me: Me): void {
  session.value = { kind: 'in', me }
}

export function signedOut(): void {
  session.value = { kind: 'out' }
  directory.value = { kind: 'loading' }
}

/** Null when done; the session is only forgotten here when the service has ended it. */
export async function leave(): Promise<Failure | null> {
  const answer = await signOut()
  if (!answer.ok) return answer.failure
  location.hash = ''
  signedOut()
  return null
}
