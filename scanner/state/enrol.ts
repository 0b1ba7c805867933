import type { GateDatabase, Identity } from '../log/gate-database.ts'
import type { ApiFailure, GateApi } from '../sync/gate-api.ts'
import { learnOffset } from './clock.ts'
import { identity } from './gate-state.ts'

/** Makes a key that cannot leave the phone, hands in its public half with the code, and pins the realm's root. */
export async function enrol(api: GateApi, db: GateDatabase, code: string, name: string): Promise<ApiFailure | null> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const asked = Date.now()
  const answer = await api.enrol({ code: normaliseCode(code), name, publicKey: { kty: 'EC', crv: 'P-256', x, y } })
  if (!answer.ok) return answer.failure
  const { device, realm, site, root, serverTime } = answer.value
  learnOffset(serverTime - (asked + Date.now()) / 2, serverTime)
  const self: Identity = { device, realm, site, root, privateKey: pair.privateKey }
  const transaction = db.transaction('identity', 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put(self, 'self'), transaction.done])
  identity.value = self
  return null
}

/** Crockford's base32: people read O as zero and I or L as one. */
export const normaliseCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
