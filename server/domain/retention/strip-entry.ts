import type { StoredEntry } from '../../ports/log-storage.ts'
import type { Signer } from '../../ports/signer.ts'

/** 96 bits: two passes never share one, and nobody tries all serials without the installation's key. */
const PSEUDONYM_BYTES = 12

const pseudonymOf = (signer: Pick<Signer, 'mac'>, serial: number): string =>
  Buffer.from(signer.mac('pseudonym', Buffer.from(String(serial))).subarray(0, PSEUDONYM_BYTES)).toString('base64url')

/**
 * An entry without what leads to a person: serial, plate, driver, volunteer, words, sealed record. What is left counts
 * passages and tells whether two were of the same pass. Number and hashes stay: the chain can still be followed.
 */
export const stripEntry =
  (signer: Pick<Signer, 'mac'>) =>
  (entry: StoredEntry): StoredEntry => ({
    ...entry,
    serial: null,
    keyId: null,
    plate: null,
    driver: null,
    operator: null,
    overrideBy: null,
    overrideReason: null,
    sealed: null,
    ...(entry.serial === null ? {} : { pseudonym: pseudonymOf(signer, entry.serial) })
  })
