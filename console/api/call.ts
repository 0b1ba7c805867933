import { type Answer, type Method, type RequestOptions, request } from '../../ui/api/client.ts'
import { signedOut } from '../state/session.ts'

/** A request of somebody who is signed in: when the session has ended, the console shows the sign-in page. */
export async function call<T>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const answer = await request<T>(method, path, options)
  if (!answer.ok && answer.failure.code === 'sign-in-needed') signedOut()
  return answer
}
