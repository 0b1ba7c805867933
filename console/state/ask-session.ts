import type { Failure } from '../../ui/api/client.ts'
import { readSession, signOut } from '../api/endpoints.ts'
import { session, signedIn, signedOut } from './session.ts'

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

/** Null when done; the session is only forgotten here when the service has ended it. */
export async function leave(): Promise<Failure | null> {
  const answer = await signOut()
  if (!answer.ok) return answer.failure
  location.hash = ''
  signedOut()
  return null
}
