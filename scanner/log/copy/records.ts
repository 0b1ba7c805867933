import { concatBytes } from '../../../shared/bytes.ts'
import { crc32 } from '../../../shared/crc32.ts'
import type { HeadSeal } from '../../../shared/log/head-seal.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'

/** `void`: the entry with this hash was not taken into the database, and its verdict never shown. */
export type CopyRecord =
  | { readonly kind: 'entry'; readonly device: string; readonly entry: WireEntry }
  | { readonly kind: 'void'; readonly device: string; readonly hash: string }
  | ({ readonly kind: 'seal' } & HeadSeal)

const encoder = new TextEncoder()
const LINE_FEED = 10
/** Eight hexadecimal digits and a space. */
const SUM_LENGTH = 9

/** A line feed first: a record that was torn by a crash is then cut off from the next one. */
export function encodeRecords(records: readonly CopyRecord[]): Uint8Array<ArrayBuffer> {
  const lines = records.map(record => {
    const text = encoder.encode(JSON.stringify(record))
    return concatBytes(encoder.encode(`\n${crc32(text).toString(16).padStart(8, '0')} `), text)
  })
  return concatBytes(...lines)
}

/** Every whole record, in the order of writing; what is torn or damaged is left out. */
export function decodeRecords(bytes: Uint8Array<ArrayBuffer>): CopyRecord[] {
  const records: CopyRecord[] = []
  for (let from = 0; from < bytes.length; ) {
    const next = bytes.indexOf(LINE_FEED, from)
    const end = next < 0 ? bytes.length : next
    const record = decodeLine(bytes.subarray(from, end))
    if (record !== null) records.push(record)
    from = end + 1
  }
  return records
}

function decodeLine(line: Uint8Array<ArrayBuffer>): CopyRecord | null {
  const text = line.subarray(SUM_LENGTH)
  const sum = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  if (text.length === 0) return null
  try {
    if (Number.parseInt(sum.decode(line.subarray(0, SUM_LENGTH)), 16) !== crc32(text)) return null
    return JSON.parse(sum.decode(text)) as CopyRecord // ours: the sum says that it is what was written
  } catch {
    return null // damaged into something that is no text
  }
}
