import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { KeyHandle } from '../ports/signer.ts'
import { KeyFailure } from './key-failure.ts'
import { keyIdOf } from './key-id.ts'
import type { Sealing } from './sealing.ts'

const PURPOSE = 'private-key'
/** Sealed with the first use of a store; opens only under the right master key, before anything is touched. */
const CHECK_TEXT = 'checkpoint master key'

export type NewKey = { readonly handle: KeyHandle; readonly privateKey: KeyObject; readonly sealed: string }

/** A P-256 key pair and its private half (PKCS #8) as it is kept. */
export function makeKey(sealing: Sealing): NewKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sealed = sealing.seal(PURPOSE, privateKey.export({ format: 'der', type: 'pkcs8' }))
  return { handle: handleOf(publicKey), privateKey, sealed }
}

/** `where` names the file or row in the failure's message. */
export function openKey(sealing: Sealing, sealed: string, where: string): KeyObject {
  const pkcs8 = sealing.open(PURPOSE, sealed)
  if (pkcs8 === null) throw new KeyFailure('key-file-broken', `${where} cannot be decrypted: put it back from your backup.`)
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
}

export const sealCheck = (sealing: Sealing): string => sealing.seal('check', Buffer.from(CHECK_TEXT))

export function requireMasterKey(sealing: Sealing, check: string, where: string): void {
  const text = sealing.open('check', check)
  if (text === null || Buffer.from(text).toString() !== CHECK_TEXT)
    throw new KeyFailure('master-key-wrong', `The keys in ${where} were encrypted under another master key. Nothing was changed.`)
}

/** In Node's thread pool: a mass issue signs on every core and answers requests meanwhile. */
export const signInThread = (key: KeyObject, data: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, (error, signature) =>
      error === null ? resolve(signature) : reject(error)
    )
  })

function handleOf(publicKey: KeyObject): KeyHandle {
  const { x, y } = publicKey.export({ format: 'jwk' })
  if (x === undefined || y === undefined) throw new TypeError('not an EC key')
  const jwk: EcPublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  return { keyId: keyIdOf(jwk), publicKey: jwk }
}
