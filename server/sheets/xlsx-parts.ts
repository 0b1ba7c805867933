import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import type { Readable } from 'node:stream'
import { SheetFailure } from '../ports/sheet-file.ts'
import type { TempFile } from './temp-file.ts'

/** Of all parts together, inflated: the sheet of a million rows has less. */
const MAX_INFLATED = 3 * 2 ** 30
/** Sheets that repeat themselves reach 1:60; what is packed tighter was made to fill memory and disks. */
const MAX_RATIO = 200
const FREE_BYTES = 32 * 2 ** 20
const MAX_ENTRIES = 10_000

/** The parts of an XLSX file by name, each inflated as a stream that is cut off where it grows too much. */
export type ZipParts = {
  readonly names: readonly string[]
  open(name: string): AsyncGenerator<Buffer, void>
  close(): void
}

class TempReader extends RandomAccessReader {
  readonly #file: TempFile
  constructor(file: TempFile) {
    super()
    this.#file = file
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.read(start, end)
  }
}

/** Throws `SheetFailure`. */
export async function openZip(file: TempFile): Promise<ZipParts> {
  const { zip, entries } = await readDirectory(file)
  let inflated = 0
  return {
    names: [...entries.keys()],
    async *open(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new SheetFailure('file-damaged', name)
      if (entry.isEncrypted()) throw new SheetFailure('file-encrypted')
      let own = 0
      try {
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          own += (chunk as Buffer).length
          inflated += (chunk as Buffer).length
          if (inflated > MAX_INFLATED || own > FREE_BYTES + MAX_RATIO * entry.compressedSize)
            throw new SheetFailure('file-inflates', name)
          yield chunk as Buffer
        }
      } catch (error) {
        throw damaged(error, name)
      }
    },
    close: () => zip.close()
  }
}

async function readDirectory(file: TempFile): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>()
  try {
    const zip = await new Promise<ZipFile>((resolve, reject) =>
      fromRandomAccessReader(new TempReader(file), file.size, { lazyEntries: true, autoClose: false }, (error, opened) =>
        error === null ? resolve(opened) : reject(error)
      )
    )
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject)
      zip.on('end', resolve)
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry)
        if (entries.size > MAX_ENTRIES) reject(new SheetFailure('file-inflates', 'too many parts'))
        else zip.readEntry()
      })
      zip.readEntry()
    })
    return { zip, entries }
  } catch (error) {
    throw damaged(error, 'zip')
  }
}

const damaged = (error: unknown, part: string): SheetFailure =>
  error instanceof SheetFailure
    ? error
    : new SheetFailure('file-damaged', `${part}: ${error instanceof Error ? error.message : ''}`, { cause: error })
