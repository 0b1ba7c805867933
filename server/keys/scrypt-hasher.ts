import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHasher } from '../ports/password-hasher.ts'

/** OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1 (128 MiB a hash). */
export const SCRYPT_COST = 2 ** 17
const BLOCK_SIZE = 8
const HASH_BYTES = 32
const SALT_BYTES = 16
/** Hashes at a time: more would let sign-in attempts eat the machine's memory. */
const MAX_PARALLEL = 2

/** scrypt (RFC 7914) as `scrypt$N$salt$hash`, base64url; at most two at a time. */
export function createScryptHasher(randomBytes: (count: number) => Uint8Array, cost: number = SCRYPT_COST): PasswordHasher {
  const turn = createTurnstile(MAX_PARALLEL)
  const derive = (password: string, salt: Uint8Array, n: number): Promise<Buffer> => turn(() => scryptOf(password, salt, n))
  const nobody = { cost, salt: randomBytes(SALT_BYTES), hash: Buffer.from(randomBytes(HASH_BYTES)) }
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES)
      const hash = await derive(password, salt, cost)
      return `scrypt$${cost}$${Buffer.from(salt).toString('base64url')}$${hash.toString('base64url')}`
    },
    async matches(password, stored) {
      const expected = stored === null ? nobody : parse(stored)
      const hash = await derive(password, expected.salt, expected.cost)
      return timingSafeEqual(hash, expected.hash) && stored !== null
    }
  }
}

const scryptOf = (password: string, salt: Uint8Array, cost: number): Promise<Buffer> => {
  const options: ScryptOptions = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}

function parse(stored: string): { cost: number; salt: Uint8Array; hash: Buffer } {
  const [scheme, cost, salt, hash] = stored.split('$')
  if (scheme !== 'scrypt' || cost === undefined || salt === undefined || hash === undefined)
    throw new TypeError('unknown password hash')
  return { cost: Number(cost), salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') }
}

function createTurnstile(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = places
  const waiting: (() => void)[] = []
  return async task => {
    if (free === 0) await new Promise<void>(resolve => waiting.push(resolve))
    else free--
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
