import { concatBytes } from '../../shared/bytes.ts'
import type { Journal } from '../../scanner/log/copy/journal.ts'

export type MemoryJournal = Journal & {
  bytes: Uint8Array<ArrayBuffer>
  /** Told before every write; throws to refuse it, or answers how many bytes get to the disk before the phone dies. */
  onWrite: (call: 'append' | 'replace', bytes: Uint8Array) => number | undefined
}

/** A journal in memory, whose writes can fail or break off in the middle. */
export function createMemoryJournal(): MemoryJournal {
  let parts: Uint8Array[] = []
  const journal: MemoryJournal = {
    get bytes() {
      const whole = concatBytes(...parts)
      parts = [whole]
      return whole
    },
    set bytes(bytes) {
      parts = [bytes]
    },
    onWrite: () => undefined,
    async append(bytes) {
      const torn = journal.onWrite('append', bytes)
      parts.push(torn === undefined ? bytes : bytes.subarray(0, torn))
      if (torn !== undefined) throw new Error('the phone died while it wrote')
    },
    read: async () => journal.bytes,
    async replace(bytes) {
      const torn = journal.onWrite('replace', bytes)
      journal.bytes = torn === undefined ? new Uint8Array(bytes) : concatBytes(journal.bytes, bytes.subarray(0, torn))
      if (torn !== undefined) throw new Error('the phone died while it wrote')
    }
  }
  return journal
}
