import type { WireEntry } from '../schema/gate.ts'
import type { HeadSeal } from './head-seal.ts'

/** Name of the format; a later one gets another. */
const FORMAT = 'checkpoint-carry-1'

/** Entries that leave a phone as a file: JSON, gzip. What proves them is the seal and their chain, not the file. */
export type CarryFile = {
  readonly format: typeof FORMAT
  readonly realm: string
  readonly device: string
  /** The device's clock, milliseconds. */
  readonly madeAt: number
  readonly entries: readonly WireEntry[]
  readonly seal: HeadSeal | null
}

export const carryFileOf = (file: Omit<CarryFile, 'format'>): CarryFile => ({ format: FORMAT, ...file })

export const carryFileName = ({ device, entries }: Pick<CarryFile, 'device' | 'entries'>): string =>
  `checkpoint-${device}-${entries[0]?.number ?? 0}-${entries.at(-1)?.number ?? 0}.json.gz`

/** Shape only: the service looks at each entry itself. Null: another file. */
export function readCarryFile(text: string): CarryFile | null {
  try {
    const file = JSON.parse(text) as Partial<CarryFile> | null
    if (file?.format !== FORMAT || typeof file.device !== 'string' || typeof file.realm !== 'string') return null
    if (!Array.isArray(file.entries) || file.entries.length === 0 || !file.entries.every(isNumbered)) return null
    const seal = file.seal ?? null
    return { format: FORMAT, realm: file.realm, device: file.device, madeAt: file.madeAt ?? 0, entries: file.entries, seal }
  } catch {
    return null // no JSON
  }
}

const isNumbered = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'number' in entry && typeof entry.number === 'number'
