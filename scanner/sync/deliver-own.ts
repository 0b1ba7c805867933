import { signerOf } from '../check/sign-text.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import { createOutbox } from '../log/outbox.ts'
import { deliver } from './deliver.ts'
import { createTokenKeeper } from './device-token.ts'
import type { ApiFailure, GateApi } from './gate-api.ts'

/** Held by whoever delivers, page or worker: the same entries are not sent twice at once. */
export const DELIVERY_LOCK = 'checkpoint-gate-delivery'
/** Name of the one-off sync event. */
export const DELIVERY_TAG = 'gate-delivery'

/** This phone's entries and nothing else, without a page. Null: all are there. */
export async function deliverOwn(
  db: GateDatabase,
  api: Pick<GateApi, 'token' | 'upload'>,
  now: () => number
): Promise<ApiFailure | null> {
  const self = await db.get('identity', 'self')
  const outbox = createOutbox(db)
  if (self === undefined || (await outbox.unsent()) === 0) return null
  const tokens = createTokenKeeper(api, {
    device: self.device,
    sign: signerOf(self.privateKey),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count))
  })
  const answer = await tokens.token(now())
  if (!answer.ok) return answer.failure
  const upload = (entries: Parameters<GateApi['upload']>[1]['entries'], unsent: number) =>
    api.upload(answer.value.token, { entries, unsent, deviceMs: now() })
  return (await deliver(outbox, upload, () => undefined)).failure
}
