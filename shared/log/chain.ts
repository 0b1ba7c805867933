import { concatBytes, fromHex, toHex } from '../bytes.ts'
import { canonicalEntry, type LogEntry } from './entry.ts'

/** Port: SHA-256 of bytes. */
export type Sha256 = (data: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>

/** An entry in its place of a device's chain. Hashes are 64 lower-case hexadecimal digits. */
export type ChainedEntry = { readonly entry: LogEntry; readonly previousHash: string; readonly hash: string }

/** What stands before entry 1. */
export const CHAIN_START = '0'.repeat(64)

const encoder = new TextEncoder()

/** hash = SHA-256(previous hash ‖ canonical entry) */
export async function chainEntry(device: string, entry: LogEntry, previousHash: string, sha256: Sha256): Promise<ChainedEntry> {
  const previous = fromHex(previousHash)
  if (previous?.length !== 32) throw new RangeError('previousHash: not 64 hexadecimal digits')
  const hash = toHex(await sha256(concatBytes(previous, encoder.encode(canonicalEntry(device, entry)))))
  return { entry, previousHash, hash }
}

/** Whether the entry's hash is what its content and its predecessor's hash give. */
export async function isChained(device: string, chained: ChainedEntry, sha256: Sha256): Promise<boolean> {
  const again = await chainEntry(device, chained.entry, chained.previousHash, sha256)
  return again.hash === chained.hash
}
