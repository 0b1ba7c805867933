import type { ProblemCode } from '../../shared/schema/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type FailureCode, PROBLEM_SENTENCES } from '../i18n/problems.ts'

/** Why a request has no answer. `path`: JSON Pointer of the field at fault, where there is one. */
export type Failure = {
  readonly code: FailureCode
  readonly path: string | null
  /** HTTP status; 0 when the service was not reached. */
  readonly status: number
  readonly requestId: string | null
}
export type Answer<T> = Result<T, Failure>

export type RequestOptions = {
  readonly body?: unknown
  /** The same key for every try of one write: the service then does it once. */
  readonly idempotencyKey?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request to the service with cookies of its own origin. Never throws: a failure is an answer too. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const response = await send(method, path, options)
  if (response === null) return fail({ code: 'network', path: null, status: 0, requestId: null })
  if (response.status === 204) return ok(undefined as T)
  const body = await readJson(response)
  if (!response.ok) return fail(failureOf(response.status, body))
  return body === undefined ? fail(failureOf(response.status, body)) : ok(body as T)
}

export const newIdempotencyKey = (): string => crypto.randomUUID?.() ?? randomHex(16)

async function send(method: Method, path: string, options: RequestOptions): Promise<Response | null> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? newIdempotencyKey()
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal })
    })
  } catch {
    return null // fetch throws for a missing network and for an aborted request alike; neither has more to tell
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined // a proxy's page, or an answer that was cut off
  }
}

/** Reads RFC 9457 problem details; whatever else came is `unexpected`. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  return {
    code: isProblemCode(problem.code) ? problem.code : status >= 502 && status <= 504 ? 'network' : 'unexpected',
    path: typeof problem.path === 'string' ? problem.path : null,
    status,
    requestId: typeof problem.requestId === 'string' ? problem.requestId : null
  }
}

const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(PROBLEM_SENTENCES, code)

/** `crypto.randomUUID` is missing where a page is served without TLS. */
const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), byte => byte.toString(16).padStart(2, '0')).join('')
