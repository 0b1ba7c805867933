import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { KeyHandle, Signer } from '../ports/signer.ts'
import { KeyFailure } from './key-failure.ts'
import { keyIdOf } from './key-id.ts'
import { createSealing } from './sealing.ts'
import { writeDurably } from './write-durably.ts'

const PURPOSE = 'private-key'
/** Sealed with the first use of a folder; opens only under the right master key, before anything is touched. */
const CHECK_FILE = 'check.sealed'
const CHECK_TEXT = 'checkpoint master key'

/** Private keys as one encrypted file each (PKCS #8 under the master key) in `dir`. */
export function openFileSigner(dir: string, masterKey: Uint8Array, randomBytes: (count: number) => Uint8Array): Signer {
  const sealing = createSealing(masterKey, randomBytes)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  checkMasterKey(dir, sealing)
  const keys = new Map<string, KeyObject>()
  for (const file of readdirSync(dir).filter(name => name.endsWith('.key'))) {
    keys.set(file.slice(0, -'.key'.length), readKey(join(dir, file), sealing))
  }

  return {
    async createKey() {
      for (;;) {
        const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
        const handle = handleOf(publicKey)
        if (keys.has(handle.keyId)) continue // four bytes can meet again; a bundle must not hold two
        const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
        writeDurably(join(dir, `${handle.keyId}.key`), sealing.seal(PURPOSE, pkcs8))
        keys.set(handle.keyId, privateKey)
        return handle
      }
    },
    has: keyId => keys.has(keyId),
    async sign(keyId, data) {
      const key = keys.get(keyId)
      if (key === undefined) throw new KeyFailure('key-file-broken', `The private key ${keyId} is not in ${dir}.`)
      return signInThread(key, data)
    },
    ...sealing
  }
}

/** In Node's thread pool: a mass issue signs on every core and answers requests meanwhile. */
const signInThread = (key: KeyObject, data: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, (error, signature) =>
      error === null ? resolve(signature) : reject(error)
    )
  })

function checkMasterKey(dir: string, sealing: ReturnType<typeof createSealing>): void {
  const file = join(dir, CHECK_FILE)
  if (!existsSync(file)) {
    writeDurably(file, sealing.seal('check', Buffer.from(CHECK_TEXT)))
    return
  }
  const text = sealing.open('check', readFileSync(file, 'utf8'))
  if (text === null || Buffer.from(text).toString() !== CHECK_TEXT) {
    throw new KeyFailure('master-key-wrong', `The keys in ${dir} were encrypted under another master key. Nothing was changed.`)
  }
}

function readKey(file: string, sealing: ReturnType<typeof createSealing>): KeyObject {
  const pkcs8 = sealing.open(PURPOSE, readFileSync(file, 'utf8'))
  if (pkcs8 === null) throw new KeyFailure('key-file-broken', `${file} cannot be decrypted: put it back from your backup.`)
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
}

function handleOf(publicKey: KeyObject): KeyHandle {
  const { x, y } = publicKey.export({ format: 'jwk' })
  if (x === undefined || y === undefined) throw new TypeError('not an EC key')
  const jwk: EcPublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  return { keyId: keyIdOf(jwk), publicKey: jwk }
}
