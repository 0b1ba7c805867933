import { concatBytes } from '../../../../shared/bytes.ts'
import type { JournalAnswer, JournalCall } from '../journal-messages.ts'

/**
 * Two files: one is written to, the other is empty, but for the moment in which one takes the other's place. They are
 * opened for one call at a time, because an open one keeps every other tab of this origin out.
 */
const FOLDER = 'checkpoint-log'
const FILES = ['a', 'b'] as const
type Name = (typeof FILES)[number]

/** Another tab has the file for a moment. */
const TRIES = 40
const AGAIN_MS = 25

let active: Name | null = null

self.addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
  turn = turn.then(() => answer(data))
})
let turn = Promise.resolve()

async function answer({ id, call, bytes }: JournalCall): Promise<void> {
  try {
    const read = await perform(call, bytes)
    tell({ id, bytes: read, error: null })
  } catch (error) {
    tell({ id, bytes: null, error: error instanceof Error ? `${error.name} ${error.message}` : String(error) })
  }
}

const tell = (message: JournalAnswer): void => self.postMessage(message)

async function perform(call: JournalCall['call'], bytes: JournalCall['bytes']): Promise<JournalAnswer['bytes']> {
  active ??= await findActive()
  if (call === 'read') return concatBytes(await using('a', whole), await using('b', whole))
  if (call === 'append') await using(active, file => write(file, bytes ?? new Uint8Array(), file.getSize()))
  else await replace(bytes ?? new Uint8Array())
  return null
}

/** The new content is on the disk before the old one goes. */
async function replace(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [old, next]: readonly [Name, Name] = active === 'a' ? ['a', 'b'] : ['b', 'a']
  await using(next, file => {
    file.truncate(0)
    write(file, bytes, 0)
  })
  await using(old, file => {
    file.truncate(0)
    file.flush()
  })
  active = next
}

/** The one with something in it; after a crash between two writes that is both, and either will do. */
const findActive = async (): Promise<Name> => ((await using('b', file => file.getSize())) > 0 ? 'b' : 'a')

function whole(file: FileSystemSyncAccessHandle): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(file.getSize())
  file.read(bytes, { at: 0 })
  return bytes
}

function write(file: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (file.write(bytes, { at }) < bytes.length) throw new DOMException('the file was not written whole', 'QuotaExceededError')
  file.flush()
}

async function using<T>(name: Name, work: (file: FileSystemSyncAccessHandle) => T): Promise<T> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(FOLDER, { create: true })
  const file = await open(await folder.getFileHandle(name, { create: true }))
  try {
    return work(file)
  } finally {
    file.close()
  }
}

async function open(handle: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let tried = 1; ; tried++) {
    try {
      return await handle.createSyncAccessHandle()
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!isHeld || tried === TRIES) throw error
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }
}
