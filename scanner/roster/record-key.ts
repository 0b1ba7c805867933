import { fromBase64Url } from '../../shared/bytes.ts'
import {
  claimSecret,
  decodeRecord,
  KEY_USES,
  NONCE_BYTES,
  type RosterClaim,
  type RosterRecord,
  saltText,
  TAG_BYTES
} from '../../shared/roster/roster-format.ts'

type Bytes = Uint8Array<ArrayBuffer>

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const
const hmacKey = (bytes: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign'])
const mac = async (key: CryptoKey, data: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.sign('HMAC', key, data))

/** The site's pepper as a key that scripts cannot read back. */
export const importPepper = (pepper: string): Promise<CryptoKey> => hmacKey(new Uint8Array(fromBase64Url(pepper) ?? []))

/** What opens the records of one claim. */
export type RecordKey = { readonly tag: Bytes; readonly record: CryptoKey }

/** Slow on purpose: every guess costs as much (docs/adr/0040). */
export async function recordKey(pepper: CryptoKey, site: number, claim: RosterClaim, iterations: number): Promise<RecordKey> {
  const salt = await mac(pepper, saltText(site))
  const secret = await crypto.subtle.importKey('raw', claimSecret(claim), 'PBKDF2', false, ['deriveBits'])
  const slow = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, secret, 256)
  const key = await hmacKey(new Uint8Array(slow))
  const [tag, record] = await Promise.all([mac(key, KEY_USES.tag), mac(key, KEY_USES.record)])
  return { tag: tag.slice(0, TAG_BYTES), record: await crypto.subtle.importKey('raw', record, 'AES-GCM', false, ['decrypt']) }
}

/** null: another's record under the same tag, or a decoy. */
export async function openRecord(record: Bytes, key: RecordKey): Promise<RosterRecord | null> {
  const iv = record.slice(TAG_BYTES, TAG_BYTES + NONCE_BYTES)
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key.record, record.slice(TAG_BYTES + NONCE_BYTES))
    return decodeRecord(new Uint8Array(plain))
  } catch {
    return null // the only way in which the browser says that the key is another's
  }
}

/** The pepper out of the box of a duty pass; null: no box is this pass's. */
export async function unwrapPepper(text: string, wraps: readonly { id: string; box: string }[]): Promise<CryptoKey | null> {
  const encoder = new TextEncoder()
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`checkpoint-roster-duty-1\n${text}`))
  const key = await hmacKey(new Uint8Array(digest))
  const [id, boxKey] = await Promise.all([mac(key, encoder.encode('id')), mac(key, encoder.encode('box'))])
  const name = Array.from(id.slice(0, 8), byte => byte.toString(16).padStart(2, '0')).join('')
  const box = new Uint8Array(fromBase64Url(wraps.find(wrap => wrap.id === name)?.box ?? '') ?? [])
  if (box.length === 0) return null
  const aes = await crypto.subtle.importKey('raw', boxKey, 'AES-GCM', false, ['decrypt'])
  const iv = box.slice(0, NONCE_BYTES)
  const pepper = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, box.slice(NONCE_BYTES))
  return hmacKey(new Uint8Array(pepper))
}
