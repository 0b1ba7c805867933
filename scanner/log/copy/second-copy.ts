import type { HeadSeal } from '../../../shared/log/head-seal.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'
import type { Journal } from './journal.ts'
import { type CopyRecord, decodeRecords, encodeRecords } from './records.ts'

/** The second place in which an entry is durable before its verdict is shown. */
export type SecondCopy = {
  add(device: string, entries: readonly WireEntry[]): Promise<void>
  /** The entry did not get into the database after all. */
  cancel(device: string, entry: WireEntry): Promise<void>
  seal(seal: HeadSeal): Promise<void>
  read(): Promise<CopyRecord[]>
  /** Drops what the service holds of a device, when that is worth a write. Not while an entry is being added. */
  tidy(device: string, upTo: number): Promise<void>
  /** Drops everything of a device. */
  drop(device: string): Promise<void>
}

/** A file this long is written anew when half of it is delivered. */
const COMPACT_BYTES = 1_000_000

type Held = { bytes: number; readonly first: Map<string, number>; readonly last: Map<string, number> }

export function createSecondCopy(journal: Journal): SecondCopy {
  // Null until it was read: what an earlier run left behind is not known before.
  let held: Held | null = null
  const write = async (records: readonly CopyRecord[]): Promise<void> => {
    const bytes = encodeRecords(records)
    if (held !== null) note(held, records, bytes.length)
    await journal.append(bytes)
  }
  const read = async (): Promise<CopyRecord[]> => {
    const bytes = await journal.read()
    const records = decodeRecords(bytes)
    held = { bytes: 0, first: new Map(), last: new Map() }
    note(held, records, bytes.length)
    return records
  }
  const keep = async (isKept: (record: CopyRecord) => boolean): Promise<void> => {
    const kept = encodeRecords((await read()).filter(isKept))
    await journal.replace(kept)
    await read()
  }
  return {
    add: (device, entries) => write(entries.map(entry => ({ kind: 'entry', device, entry }))),
    cancel: (device, { hash }) => write([{ kind: 'void', device, hash }]),
    seal: seal => write([{ kind: 'seal', ...seal }]),
    read,
    async tidy(device, upTo) {
      if (held === null) await read()
      if (held !== null && isWorthTidying(held, device, upTo))
        await keep(record => record.device !== device || numberOf(record) > upTo)
    },
    drop: device => keep(record => record.device !== device)
  }
}

function note(held: Held, records: readonly CopyRecord[], bytes: number): void {
  held.bytes += bytes
  for (const record of records) {
    if (record.kind !== 'entry') continue
    const { device, entry } = record
    held.first.set(device, Math.min(entry.number, held.first.get(device) ?? entry.number))
    held.last.set(device, Math.max(entry.number, held.last.get(device) ?? 0))
  }
}

function isWorthTidying({ bytes, first, last }: Held, device: string, upTo: number): boolean {
  const [from, to] = [first.get(device), last.get(device)]
  if (from === undefined || to === undefined) return false
  return upTo >= to || (bytes > COMPACT_BYTES && 2 * (upTo - from + 1) >= to - from + 1)
}

const numberOf = (record: CopyRecord): number =>
  record.kind === 'entry' ? record.entry.number : record.kind === 'seal' ? record.number : 0
