import { toBase64Url } from '../../shared/bytes.ts'
import { deviceProof } from '../../shared/device-proof.ts'
import type { DeviceToken } from '../../shared/schema/devices.ts'
import type { ApiAnswer, GateApi } from './gate-api.ts'

export type Proof = {
  readonly device: string
  readonly sign: (text: string) => Promise<Uint8Array>
  readonly randomBytes: (count: number) => Uint8Array
}

/** A token is asked for anew this long before it ends. */
const MARGIN_MS = 60_000

export type TokenKeeper = {
  /** A token that is good for a while, and the offset of the service's clock if it was learned. */
  token(deviceMs: number): Promise<ApiAnswer<DeviceToken>>
  forget(): void
}

/** Proves that this phone holds its key. A refusal for a wrong clock names the right time, and the proof is made again with it. */
export function createTokenKeeper(api: Pick<GateApi, 'token'>, proof: Proof): TokenKeeper {
  let held: { token: DeviceToken; until: number } | null = null
  const prove = async (issuedAt: number): Promise<ApiAnswer<DeviceToken>> => {
    const nonce = toBase64Url(proof.randomBytes(16))
    const signature = toBase64Url(await proof.sign(deviceProof(proof.device, issuedAt, nonce)))
    return api.token({ device: proof.device, issuedAt, nonce, signature })
  }
  return {
    async token(deviceMs) {
      if (held !== null && deviceMs < held.until) return { ok: true, value: held.token }
      let answer = await prove(deviceMs)
      if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.code === 'clock-wrong')
        answer = await prove(Number(answer.failure.detail))
      if (answer.ok)
        held = { token: answer.value, until: deviceMs + (answer.value.expiresAt - answer.value.serverTime) - MARGIN_MS }
      return answer
    },
    forget() {
      held = null
    }
  }
}
