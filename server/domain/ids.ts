import type { Environment } from '../ports/signer.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Crockford's base32 without the letters that are read as digits. */
const CODE_ALPHABET = ALPHABET.toUpperCase()

const draw = (env: Environment, length: number, alphabet: string): string =>
  [...env.randomBytes(length)].map(byte => alphabet.charAt(byte & 31)).join('')

/** 80 random bits. */
export const newId = (env: Environment): string => draw(env, 16, ALPHABET)

/** 40 random bits, for ten minutes and few tries. */
export const newCode = (env: Environment): string => draw(env, 8, CODE_ALPHABET)

/** 192 random bits, base64url. */
export const newToken = (env: Environment): string => Buffer.from(env.randomBytes(24)).toString('base64url')
