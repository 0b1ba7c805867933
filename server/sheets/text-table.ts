import { MAX_CELL } from './limits.ts'
import { SheetFailure } from '../ports/sheet-file.ts'

const CHUNK_BYTES = 4 * 2 ** 20
/** Of all texts together: those of a million rows. */
const MAX_BYTES = 96 * 2 ** 20

/** Many texts by number, packed as UTF-8: strings of their own would take five times the memory. */
export function createTextTable() {
  const chunks: Buffer[] = []
  let starts = new Float64Array(1024)
  let count = 0
  let used = CHUNK_BYTES
  let total = 0
  return {
    add(text: string): void {
      const bytes = Buffer.from(text.slice(0, MAX_CELL))
      total += bytes.length
      if (total > MAX_BYTES) throw new SheetFailure('file-rows', 'too many different texts')
      if (used + bytes.length > CHUNK_BYTES) {
        chunks.push(Buffer.alloc(CHUNK_BYTES))
        used = 0
      }
      chunks.at(-1)?.set(bytes, used)
      if (count + 1 >= starts.length / 2) {
        const larger = new Float64Array(starts.length * 2)
        larger.set(starts)
        starts = larger
      }
      starts[count * 2] = (chunks.length - 1) * CHUNK_BYTES + used
      starts[count * 2 + 1] = bytes.length
      used += bytes.length
      count++
    },
    at(index: number): string | undefined {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
      const start = starts[index * 2] as number
      const offset = start % CHUNK_BYTES
      return chunks[Math.floor(start / CHUNK_BYTES)]?.toString('utf8', offset, offset + (starts[index * 2 + 1] as number))
    }
  }
}

export type TextTable = ReturnType<typeof createTextTable>
