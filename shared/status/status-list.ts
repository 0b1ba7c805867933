import type { EpochSeconds } from '../time.ts'

export type PassStatus = 'valid' | 'revoked' | 'held' | 'superseded'

/** Values of the two bits, as the Token Status List draft names them: 0 valid, 1 invalid, 2 suspended, 3 application-specific. */
export const STATUS_VALUES = { valid: 0, revoked: 1, held: 2, superseded: 3 } as const satisfies Record<PassStatus, number>
const BY_VALUE: readonly PassStatus[] = ['valid', 'revoked', 'held', 'superseded']

const LIST_BITS = 17
/** Passes of one list: 131,072. */
export const LIST_SIZE = 1 << LIST_BITS
/** A whole list is 32 KiB; nothing longer is inflated or read. */
export const LIST_BYTES = LIST_SIZE / 4

export const listOf = (serial: number): number => serial >> LIST_BITS
export const indexOf = (serial: number): number => serial & (LIST_SIZE - 1)
export const serialAt = (list: number, index: number): number => (list << LIST_BITS) | index

export type StatusList = {
  readonly list: number
  /** Two bits a pass, the lowest bits of a byte first. May end early: what lies behind the end is valid. */
  readonly bits: Uint8Array
  readonly issuedAt: EpochSeconds
}

/** What a verifier asks. `unknown`: no list that would say. */
export type StatusReader = {
  statusOf(serial: number): PassStatus | 'unknown'
  /** Issue time of the oldest list in use; null when there is none. */
  readonly asOf: EpochSeconds | null
}

export function statusReader(lists: readonly StatusList[]): StatusReader {
  const byNumber = new Map(lists.map(list => [list.list, list]))
  return {
    statusOf: serial => {
      const list = byNumber.get(listOf(serial))
      return list === undefined ? 'unknown' : statusIn(list.bits, indexOf(serial))
    },
    asOf: lists.length === 0 ? null : lists.reduce((oldest, list) => (list.issuedAt < oldest.issuedAt ? list : oldest)).issuedAt
  }
}

export function statusIn(bits: Uint8Array, index: number): PassStatus {
  const byte = bits[index >> 2] ?? 0
  return BY_VALUE[(byte >> (2 * (index & 3))) & 3] as PassStatus
}

/** The bits of a list that holds the given exceptions; trailing valid passes are left out. */
export function packStatuses(exceptions: Iterable<readonly [index: number, status: PassStatus]>): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(LIST_BYTES)
  let end = 0
  for (const [index, status] of exceptions) {
    const at = index >> 2
    const shift = 2 * (index & 3)
    bits[at] = ((bits[at] as number) & ~(3 << shift)) | (STATUS_VALUES[status] << shift)
    end = Math.max(end, at + 1)
  }
  return bits.slice(0, end)
}
