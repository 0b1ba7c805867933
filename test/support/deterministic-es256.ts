import { createECDH, createHash, createHmac } from 'node:crypto'

/** Order of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3). */
export const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * ES256 as r‖s with the nonce of RFC 6979 §3.2, so that vectors come out the same every time; Node's own signatures are random.
 * For test keys only: not constant in time.
 */
export function signDeterministically(secret: bigint, data: Uint8Array): Buffer {
  const digest = createHash('sha256').update(data).digest()
  const hash = toNumber(digest) % P256_ORDER
  for (const nonce of nonces(secret, hash)) {
    const r = xOfMultiple(nonce) % P256_ORDER
    const s = (inverse(nonce) * (hash + r * secret)) % P256_ORDER
    if (r !== 0n && s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)])
  }
  throw new Error('no nonce gave a signature')
}

export const toBytes = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
export const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

function* nonces(secret: bigint, hash: bigint): Generator<bigint> {
  const seed = Buffer.concat([toBytes(secret), toBytes(hash)])
  let value: Buffer = Buffer.alloc(32, 1)
  let key: Buffer = Buffer.alloc(32, 0)
  const mac = (...parts: Uint8Array[]): Buffer => createHmac('sha256', key).update(Buffer.concat(parts)).digest()
  for (const mark of [0, 1]) {
    key = mac(value, Buffer.of(mark), seed)
    value = mac(value)
  }
  for (;;) {
    value = mac(value)
    const nonce = toNumber(value)
    if (nonce > 0n && nonce < P256_ORDER) yield nonce
    key = mac(value, Buffer.of(0))
    value = mac(value)
  }
}

/** x of nonce·G: the public key of the nonce, which OpenSSL computes. */
function xOfMultiple(nonce: bigint): bigint {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(toBytes(nonce))
  return toNumber(pair.getPublicKey().subarray(1, 33))
}

/** Modular inverse by Fermat: the order is a prime. */
function inverse(number: bigint): bigint {
  let result = 1n
  let base = number % P256_ORDER
  for (let exponent = P256_ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % P256_ORDER
    base = (base * base) % P256_ORDER
  }
  return result
}
