import { randomUUID } from 'node:crypto'

const GIVEN = /^[A-Za-z0-9_-]{8,64}$/

/** The id that a gate or a proxy gave the request, so that one id leads through all logs; a new one otherwise. */
export function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID()
}
