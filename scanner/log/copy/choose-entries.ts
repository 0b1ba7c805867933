import type { HeadSeal } from '../../../shared/log/head-seal.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'
import type { CopyRecord } from './records.ts'

/** What the copy holds of one device: one entry a number, the lowest first, and the seal of its highest sealed one. */
export type CopiedLog = { readonly entries: readonly WireEntry[]; readonly seal: HeadSeal | null }

/** Names of the devices whose entries are in the copy. */
export const copiedDevices = (records: readonly CopyRecord[]): string[] => [
  ...new Set(records.filter(({ kind }) => kind === 'entry').map(({ device }) => device))
]

/**
 * An append that failed may have left an entry whose number was then given to another: the one that its successor
 * follows is the right one, and of the last number the one that was written last.
 */
export function chooseEntries(records: readonly CopyRecord[], device: string): CopiedLog {
  const own = records.filter(record => record.device === device)
  const chosen = new Map<number, WireEntry>()
  for (const entry of standingEntries(own).reverse()) {
    if (chosen.has(entry.number)) continue
    const after = chosen.get(entry.number + 1)
    if (after === undefined || after.previousHash === entry.hash) chosen.set(entry.number, entry)
  }
  const seals = own.flatMap(record => (record.kind === 'seal' ? [record] : []))
  const best = seals.reduce<(typeof seals)[number] | null>((a, b) => (a === null || b.number > a.number ? b : a), null)
  return {
    entries: [...chosen.values()].sort((a, b) => a.number - b.number),
    seal: best === null ? null : { device, number: best.number, hash: best.hash, signature: best.signature }
  }
}

/** A cancelled entry may be written again after it: the very same passage, tried once more. */
function standingEntries(own: readonly CopyRecord[]): WireEntry[] {
  const standing: WireEntry[] = []
  for (const record of own) {
    if (record.kind === 'entry') standing.push(record.entry)
    if (record.kind !== 'void') continue
    const at = standing.findLastIndex(({ hash }) => hash === record.hash)
    if (at >= 0) standing.splice(at, 1)
  }
  return standing
}
