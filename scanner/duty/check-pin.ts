import { afterTry, NO_TRIES, type PinTries } from '../../shared/duty/pin.ts'

const TRIES = 'checkpoint.gate.pin'
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Whether the PIN is the one that was hashed. A tenth of a second, on purpose. */
export async function isPinOf(pin: string, { salt, hash }: { salt: string; hash: string }, iterations: number): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(salt), iterations },
    key,
    256
  )
  const expected = fromBase64Url(hash)
  return new Uint8Array(bits).every((byte, at) => byte === expected[at])
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Kept, so that a reload gives nobody fresh tries. */
export function keptTries(storage: Pick<Storage, 'getItem'>): PinTries {
  const [wrong, lockedUntil] = (storage.getItem(TRIES) ?? '').split(' ').map(Number)
  return Number.isInteger(wrong) && Number.isInteger(lockedUntil) ? ({ wrong, lockedUntil } as PinTries) : NO_TRIES
}

export function noteTry(storage: Store, isRight: boolean, at: number): PinTries {
  const tries = afterTry(keptTries(storage), isRight, at)
  try {
    if (tries === NO_TRIES) storage.removeItem(TRIES)
    else storage.setItem(TRIES, `${tries.wrong} ${tries.lockedUntil}`)
  } catch {
    // Full or closed: then only the slow hash slows the next try.
  }
  return tries
}
