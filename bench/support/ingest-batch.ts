import { CHAIN_START } from '../../shared/log/chain.ts'
import { NO_DETAILS } from '../../shared/log/entry.ts'
import type { NewStoredEntry } from '../../server/ports/log-storage.ts'

/** `count` chained entries of a device as the storage takes them; hashes are made up, as storage only compares them. */
export function ingestBatch(device: number, first: number, count: number, receivedAt = 1_790_000_005_000): NewStoredEntry[] {
  const hashOf = (number: number): string => (number === 0 ? CHAIN_START : `${String(device)}${String(number)}`.padStart(64, '0'))
  return Array.from({ length: count }, (_, index): NewStoredEntry => {
    const number = first + index
    return {
      boot: 'boot-1',
      gate: 'bench-gate',
      keyId: '0123abcd',
      device: `device-${device}`,
      number,
      site: 1 + device,
      direction: index % 2 === 0 ? 'in' : 'out',
      deviceMs: 1_790_000_000_000 + number,
      monotonicMs: number,
      offsetMs: 12,
      method: 'camera',
      serial: (number * 7919) % 120_000,
      kind: 'person',
      verdict: 'PASS',
      reasons: ['OK'],
      admitted: true,
      ...NO_DETAILS,
      previousHash: hashOf(number - 1),
      hash: hashOf(number),
      at: 1_790_000_000_012 + number,
      receivedAt
    }
  })
}
