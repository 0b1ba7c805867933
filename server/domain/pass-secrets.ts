import { timingSafeEqual } from 'node:crypto'
import type { Signer } from '../ports/signer.ts'
import type { PassRow } from '../ports/storage.ts'

/** 128 bits: nobody guesses a resident's link. */
const SECRET_BYTES = 16

/** The secret of a resident's link, derived, so that staff can show the same link again and nothing is stored. */
export const linkSecret = (signer: Pick<Signer, 'mac'>, pass: Pick<PassRow, 'serial' | 'linkVersion'>): string =>
  Buffer.from(signer.mac('pass-link', Buffer.from(`${pass.serial}.${pass.linkVersion}`)).subarray(0, SECRET_BYTES)).toString(
    'base64url'
  )

export const linkFits = (signer: Pick<Signer, 'mac'>, pass: PassRow, secret: string): boolean => {
  const expected = Buffer.from(linkSecret(signer, pass))
  const given = Buffer.from(secret)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** The secret stands in the fragment, which browsers send to nobody. */
export const passLink = (signer: Pick<Signer, 'mac'>, publicUrl: string, pass: Pick<PassRow, 'serial' | 'linkVersion'>): string =>
  `${publicUrl}/portal/#${pass.serial}.${linkSecret(signer, pass)}`

const index = (signer: Pick<Signer, 'mac'>, field: string, value: string): string =>
  Buffer.from(signer.mac(`index/${field}`, Buffer.from(value)))
    .toString('base64url')
    .slice(0, 22)

/** Keyed hash for the exact search of a name. */
export const nameIndexOf = (signer: Pick<Signer, 'mac'>, name: string): string =>
  index(signer, 'name', name.toLocaleUpperCase('en'))
/** Keyed hash for the exact search of a telephone number. */
export const phoneIndexOf = (signer: Pick<Signer, 'mac'>, phone: string): string => index(signer, 'phone', phone)
/** Keyed hash for the exact search of a document, by its type, country and number. */
export const documentIndexOf = (signer: Pick<Signer, 'mac'>, key: string): string => index(signer, 'document', key)

export const sealText = (signer: Pick<Signer, 'seal'>, field: string, text: string): string =>
  signer.seal(`field/${field}`, Buffer.from(text))

export function openText(signer: Pick<Signer, 'open'>, field: string, sealed: string | null): string | null {
  if (sealed === null) return null
  const bytes = signer.open(`field/${field}`, sealed)
  if (bytes === null) throw new Error(`a sealed ${field} cannot be opened`)
  return Buffer.from(bytes).toString()
}
