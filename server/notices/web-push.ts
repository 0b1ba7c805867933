import { buildPushPayload } from '@block65/webcrypto-web-push'
import type { PushSender } from '../ports/notice-senders.ts'

/** A phone that is off for longer than a day finds the notice in the inbox. */
const TTL_SECONDS = 24 * 3600
const TIMEOUT_MS = 10_000

type Fetch = (url: string, init: RequestInit) => Promise<Pick<Response, 'status' | 'body'>>

/** Web Push (RFC 8030, 8291, 8292): encrypted for the browser alone. Never follows a redirection. */
export const webPushSender =
  (fetch_: Fetch = fetch): PushSender =>
  async ({ endpoint, keys }, message, identity) => {
    try {
      const { headers, body } = await buildPushPayload(
        // The newest notice of a kind takes the place of an older one that was not delivered.
        { data: message, options: { ttl: TTL_SECONDS, urgency: 'normal', topic: message.kind } },
        { endpoint, keys, expirationTime: null },
        identity
      )
      const { 'content-length': _length, ...rest } = headers
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const answer = await fetch_(endpoint, { method: 'POST', headers: rest, body, redirect: 'error', signal })
      await answer.body?.cancel()
      if (answer.status === 404 || answer.status === 410) return 'gone'
      return answer.status >= 200 && answer.status < 300 ? 'sent' : 'failed'
    } catch {
      return 'failed' // no network, or a key that is none: the third try is the last
    }
  }
