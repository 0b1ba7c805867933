import { type NumberRange, rangesWithout } from '../../shared/log/number-ranges.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { Storage } from '../../server/ports/storage.ts'

/** What the volunteers saw, apart from everything that is tested. A passage is known by its serial. */
export type Truth = {
  /** The verdict of this entry was shown. */
  shown(device: string, entry: WireEntry): void
  /** A phone said that these are gone. */
  named(device: string, ranges: readonly NumberRange[]): void
  audit(storage: Storage): Promise<Audit>
  /** Numbers of a device that the server neither has nor names. */
  unnamed(storage: Storage, device: string): Promise<number>
}

export type Audit = {
  readonly shown: number
  readonly lost: number
  readonly duplicated: number
  readonly unnamedGaps: number
  /** In neither store of the phone any more, and named by it. */
  readonly destroyed: number
  readonly quarantined: number
}

const PAGE = 5_000

export function createTruth(): Truth {
  const shownHashes = new Map<string, Map<number, string>>()
  const namedNumbers = new Map<string, Set<number>>()
  const unnamed = async (storage: Storage, device: string): Promise<number> => {
    const held = await heldNumbers(storage, device)
    const { missing, last } = await storage.deviceLog(device, 1_000_000)
    const gaps = rangesWithout([1, Math.max(last, ...held)], held)
    return JSON.stringify(gaps) === JSON.stringify(missing) ? 0 : 1
  }
  return {
    shown(device, { number, hash }) {
      const own = shownHashes.get(device) ?? new Map<number, string>()
      shownHashes.set(device, own.set(number, hash))
    },
    named(device, ranges) {
      const own = namedNumbers.get(device) ?? new Set<number>()
      for (const [first, last] of ranges) for (let number = first; number <= last; number++) own.add(number)
      namedNumbers.set(device, own)
    },
    unnamed,
    async audit(storage) {
      const seen = new Map<number, number>()
      const sum = { shown: 0, lost: 0, duplicated: 0, unnamedGaps: 0, destroyed: 0, quarantined: 0 }
      for (const { id } of await storage.devices()) {
        const hashes = new Set<string>()
        for await (const { hash, serial } of allEntries(storage, id)) {
          hashes.add(hash)
          if (serial !== null) seen.set(serial, (seen.get(serial) ?? 0) + 1)
        }
        for (const { body } of await storage.quarantined(id, 1_000_000)) {
          hashes.add((JSON.parse(body) as WireEntry).hash)
          sum.quarantined++
        }
        for (const [number, hash] of shownHashes.get(id) ?? []) {
          sum.shown++
          if (hashes.has(hash)) continue
          if (namedNumbers.get(id)?.has(number) === true) sum.destroyed++
          else sum.lost++
        }
        sum.unnamedGaps += await unnamed(storage, id)
      }
      for (const count of seen.values()) sum.duplicated += count - 1
      return sum
    }
  }
}

async function* allEntries(storage: Storage, device: string) {
  let before: number | undefined
  for (;;) {
    const filter = { sites: null, device, limit: PAGE, ...(before === undefined ? {} : { beforeSequence: before }) }
    const rows = await storage.entries(filter)
    yield* rows
    if (rows.length < PAGE) return
    before = rows.at(-1)?.sequence
  }
}

async function heldNumbers(storage: Storage, device: string): Promise<number[]> {
  const numbers: number[] = []
  for await (const { number } of allEntries(storage, device)) numbers.push(number)
  for (const { number } of await storage.quarantined(device, 1_000_000)) if (number !== null) numbers.push(number)
  return numbers
}
