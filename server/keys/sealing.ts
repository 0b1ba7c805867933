import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

export type Sealing = {
  seal(purpose: string, plain: Uint8Array): string
  open(purpose: string, sealed: string): Uint8Array | null
  mac(purpose: string, data: Uint8Array): Uint8Array
  keystream(purpose: string, length: number): Uint8Array
}

/** One master key, one derived key (HKDF-SHA-256, RFC 5869) a purpose, so that no two uses share a key. */
export function createSealing(masterKey: Uint8Array, randomBytes: (count: number) => Uint8Array): Sealing {
  const derived = new Map<string, KeyObject>()
  const keyFor = (purpose: string): KeyObject => {
    const known = derived.get(purpose)
    if (known !== undefined) return known
    // A key object is imported once; bytes would be imported anew for every use, at four times its cost.
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `checkpoint/${purpose}`, 32)))
    derived.set(purpose, key)
    return key
  }
  return {
    seal(purpose, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal/${purpose}`), nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal/${purpose}`), bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
      try {
        return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]))
      } catch {
        return null // the tag does not fit: another key, another purpose, or changed bytes
      }
    },
    mac: (purpose, data) =>
      new Uint8Array(
        createHmac('sha256', keyFor(`mac/${purpose}`))
          .update(data)
          .digest()
      ),
    keystream: (purpose, length) =>
      new Uint8Array(createCipheriv('aes-256-ctr', keyFor(`stream/${purpose}`), Buffer.alloc(16)).update(Buffer.alloc(length)))
  }
}
