import { createCipheriv, createHash, createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import {
  claimSecret,
  encodeRecord,
  KEY_USES,
  NONCE_BYTES,
  ROSTER_ITERATIONS,
  type RosterClaim,
  type RosterRecord,
  saltText,
  TAG_BYTES
} from '../../../shared/roster/roster-format.ts'
import type { Signer } from '../../ports/signer.ts'

const slowly = promisify(pbkdf2)
const hmac = (key: Uint8Array, data: Uint8Array): Buffer => createHmac('sha256', key).update(data).digest()

/** The secret of a site's roster. Phones of the site are given it, and hold it in memory only. */
export const pepperOf = (signer: Pick<Signer, 'mac'>, site: number): Uint8Array =>
  signer.mac('roster-pepper', Buffer.from(String(site)))

/** The slow key of a claim; in the thread pool. */
export const slowKey = (pepper: Uint8Array, site: number, claim: RosterClaim): Promise<Buffer> =>
  slowly(claimSecret(claim), hmac(pepper, saltText(site)), ROSTER_ITERATIONS, 32, 'sha256')

/** The same record under the same key gives the same bytes: phones fetch only what changed. The nonce follows from the content. */
export function sealRecord(key: Uint8Array, record: RosterRecord): Buffer {
  const plain = encodeRecord(record)
  const nonce = hmac(hmac(key, KEY_USES.nonce), plain).subarray(0, NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', hmac(key, KEY_USES.record), nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return Buffer.concat([hmac(key, KEY_USES.tag).subarray(0, TAG_BYTES), nonce, sealed])
}

/** The pepper for the holder of a duty pass, whose text nobody can guess: it ends in a signature. */
export function wrapPepper(pepper: Uint8Array, text: string): { id: string; box: string } {
  const key = createHash('sha256').update(`checkpoint-roster-duty-1\n${text}`).digest()
  const nonce = hmac(key, Buffer.from('nonce')).subarray(0, NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', hmac(key, Buffer.from('box')), nonce)
  const box = Buffer.concat([nonce, cipher.update(pepper), cipher.final(), cipher.getAuthTag()])
  return { id: hmac(key, Buffer.from('id')).subarray(0, 8).toString('hex'), box: box.toString('base64url') }
}
