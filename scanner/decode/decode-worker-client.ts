import type { FrameInput, FromWorker, PixelFrame, Reading, ToWorker } from './messages.ts'

/** The decoder did not load, failed its self-test or died: nothing is read from now on. */
export class DecoderBroken extends Error {
  readonly code = 'decoder-broken'
}

/** What was given to the decoder is not a picture. */
export class FileUnreadable extends Error {
  readonly code = 'file-unreadable'
}

/** The page's end of the worker. Every promise rejects with `DecoderBroken` once the worker has failed or was closed. */
export interface DecodeWorkerClient {
  readonly ready: Promise<void>
  readFrame(frame: FrameInput): Promise<Reading>
  /** Rejects with `FileUnreadable` for what is not an image. */
  readFile(file: Blob | PixelFrame): Promise<Reading>
  close(): void
}

interface Waiting {
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

/** `onBroken` is told once if the worker fails, now or later; not when it is closed. */
export function startDecodeWorker(
  worker: Worker,
  slowdown: number,
  onBroken: (failure: DecoderBroken) => void
): DecodeWorkerClient {
  const waiting = new Map<number, Waiting>()
  let broken: DecoderBroken | null = null
  let count = 0
  let becomeReady = () => {}
  let becomeBroken = (_: DecoderBroken) => {}
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve
    becomeBroken = reject
  })
  // Whoever does not wait for it still learns of the failure from the next read.
  ready.catch(() => {})

  function end(failure: DecoderBroken): void {
    broken = failure
    becomeBroken(failure)
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
    worker.terminate()
  }

  function fail(reason: string): void {
    if (broken) return
    const failure = new DecoderBroken(reason)
    end(failure)
    onBroken(failure)
  }

  function settle(id: number, act: (waiting: Waiting) => void): void {
    const found = waiting.get(id)
    waiting.delete(id)
    if (found) act(found)
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'ready':
        return becomeReady()
      case 'broken':
        return fail(data.reason)
      case 'read':
        return settle(data.id, ({ resolve }) => resolve(data.reading))
      case 'unreadable':
        return settle(data.id, ({ reject }) => reject(new FileUnreadable(data.reason)))
    }
  }
  worker.onerror = event => fail(event.message || 'the decoder could not be loaded')
  worker.onmessageerror = () => fail('the decoder sent something unreadable')

  function ask(make: (id: number) => ToWorker, moved: Transferable[]): Promise<Reading> {
    if (broken) return Promise.reject(broken)
    const id = count++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage(make(id), moved)
    })
  }

  worker.postMessage({ kind: 'start', slowdown } satisfies ToWorker)
  return {
    ready,
    readFrame: frame => ask(id => ({ kind: 'frame', id, frame }), movable(frame)),
    readFile: file => ask(id => ({ kind: 'file', id, file }), file instanceof Blob ? [] : movable(file)),
    close() {
      if (!broken) end(new DecoderBroken('closed'))
    }
  }
}

/** What `postMessage` may give away instead of copying. */
function movable(frame: FrameInput): Transferable[] {
  return 'rgba' in frame ? [frame.rgba.buffer] : [frame]
}
