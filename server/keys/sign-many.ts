import type { KeyObject } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { signInThread } from './private-key.ts'
import type { SignAnswer, SignOrder } from './worker/sign-worker.ts'

/** From here on a message to the other thread costs less than a job of the thread pool for each signature. */
const MANY = 64
const SIGNATURE_BYTES = 64

type Waiting = { resolve(signatures: Uint8Array[]): void; reject(error: unknown): void }

let thread: { worker: Worker; waiting: Map<number, Waiting> } | null = null
let orders = 0

/** ES256 (r‖s) for all of `data`, in its order, on another core while this thread goes on. */
export const signMany = (key: KeyObject, data: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  data.length < MANY ? Promise.all(data.map(bytes => signInThread(key, bytes))) : signInWorker(key, data)

function signInWorker(key: KeyObject, data: readonly Uint8Array[]): Promise<Uint8Array[]> {
  thread ??= startThread()
  const { worker, waiting } = thread
  const order: SignOrder = {
    id: ++orders,
    key,
    data: new Uint8Array(Buffer.concat(data)),
    lengths: Uint16Array.from(data, ({ length }) => length)
  }
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    worker.ref() // the process lives on for an answer that somebody waits for, and no longer
    worker.postMessage(order, [order.data.buffer as ArrayBuffer])
  })
}

/** One for all keys of the process; a thread that dies fails what waits for it, and the next order starts another. */
function startThread(): { worker: Worker; waiting: Map<number, Waiting> } {
  const worker = new Worker(new URL('./worker/sign-worker.ts', import.meta.url))
  const waiting = new Map<number, Waiting>()
  worker.unref()
  worker.on('message', ({ id, signatures }: SignAnswer) => {
    waiting.get(id)?.resolve(cut(signatures))
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  const end = (error: unknown): void => {
    if (thread?.worker === worker) thread = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`the signing thread ended with ${code}`)))
  return { worker, waiting }
}

const cut = (signatures: Uint8Array): Uint8Array[] =>
  Array.from({ length: signatures.length / SIGNATURE_BYTES }, (_, at) =>
    signatures.subarray(at * SIGNATURE_BYTES, (at + 1) * SIGNATURE_BYTES)
  )
