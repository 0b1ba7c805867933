import type { WireEntry } from '../schema/gate.ts'
import { epochMs } from '../time.ts'
import type { ChainedEntry } from './chain.ts'

/** A chained entry as it travels: one flat object. */
export const toWire = ({ entry, previousHash, hash }: ChainedEntry): WireEntry => ({
  ...entry,
  reasons: [...entry.reasons],
  previousHash,
  hash
})

export function fromWire({ previousHash, hash, deviceMs, ...fields }: WireEntry): ChainedEntry {
  return { entry: { ...fields, deviceMs: epochMs(deviceMs) }, previousHash, hash }
}
