import type { Journal } from './journal.ts'
import type { JournalAnswer, JournalCall } from './journal-messages.ts'

type Waiting = { readonly resolve: (bytes: Uint8Array<ArrayBuffer> | null) => void; readonly reject: (error: Error) => void }

const ownWorker = (): Worker => new Worker(new URL('./worker/journal-worker.ts', import.meta.url), { type: 'module' })

/** The journal in a file of the origin's private file system. Every call rejects once the worker is dead. */
export function createFileJournal(newWorker: () => Worker = ownWorker): Journal {
  const worker = newWorker()
  const waiting = new Map<number, Waiting>()
  let last = 0
  let dead: Error | null = null
  worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
    const caller = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.error === null) caller?.resolve(data.bytes)
    else caller?.reject(failure(data.error))
  })
  worker.addEventListener('error', ({ message }) => {
    dead = new Error(`the journal's worker ended: ${message}`)
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  })
  const ask = (call: JournalCall['call'], bytes: JournalCall['bytes'] = null): Promise<Uint8Array<ArrayBuffer> | null> =>
    new Promise((resolve, reject) => {
      if (dead !== null) return reject(dead)
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, call, bytes } satisfies JournalCall)
    })
  return {
    append: async bytes => void (await ask('append', bytes)),
    read: async () => (await ask('read')) ?? new Uint8Array(),
    replace: async bytes => void (await ask('replace', bytes))
  }
}

/** The name survives the way between threads: a full disk is told apart by it. */
function failure(text: string): Error {
  const [name = 'Error', ...message] = text.split(' ')
  return new DOMException(message.join(' '), name)
}
