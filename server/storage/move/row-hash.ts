import { createHash } from 'node:crypto'

export type TableSum = { readonly rows: number; readonly hash: string }

/** The same for the same rows in any order: the sum of the rows' SHA-256 hashes, modulo 2^256. */
export function createTableSum(columns: readonly string[]) {
  let rows = 0
  let sum = 0n
  return {
    add(row: Readonly<Record<string, unknown>>): void {
      const text = JSON.stringify(columns.map(name => row[name] ?? null))
      sum = (sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % 2n ** 256n
      rows++
    },
    result: (): TableSum => ({ rows, hash: sum.toString(16).padStart(64, '0') })
  }
}
