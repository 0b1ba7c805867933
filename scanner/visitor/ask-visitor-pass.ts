import type { NewVisitorPass, VisitorPass } from '../../shared/schema/visitor-passes.ts'
import { ES256 } from '../check/web-crypto.ts'
import type { Identity } from '../log/gate-database.ts'
import { createTokenKeeper } from '../sync/device-token.ts'
import type { ApiAnswer, GateApi } from '../sync/gate-api.ts'

/** Asks the service for a short pass; only a gate that is online can. */
export async function askVisitorPass(
  api: GateApi,
  self: Identity,
  wish: NewVisitorPass,
  key: string
): Promise<ApiAnswer<VisitorPass>> {
  const tokens = createTokenKeeper(api, {
    device: self.device,
    sign: async text => new Uint8Array(await crypto.subtle.sign(ES256, self.privateKey, new TextEncoder().encode(text))),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count))
  })
  const token = await tokens.token(Date.now())
  return token.ok ? api.visitorPass(token.value.token, wish, key) : token
}
