import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { lumaFromPacked } from '../image/luma.ts'
import { meanLuma } from '../image/mean.ts'
import { createFramePace } from '../frame-pace.ts'
import { openLumaReader, type ReadLuma } from '../luma-reader.ts'
import type { FrameInput, FromWorker, PixelFrame, ToWorker } from '../messages.ts'
import { type FrameReading, readFrame } from '../read-frame.ts'
import { readPhoto } from '../read-photo.ts'
import { passesSelfTest } from '../self-test.ts'
import { lumaOfFile, lumaOfFrame } from './frame-luma.ts'

declare const self: DedicatedWorkerGlobalScope

// One lost frame is nothing; a third of a second in which none can be read is a decoder that reads nothing.
const mostLostFrames = 10

const pace = createFramePace()
let slowdown = 1
let lostFrames = 0
let reader: Promise<ReadLuma>

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      slowdown = data.slowdown
      reader = openReader()
      reader.then(() => answer({ kind: 'ready' }), reportBroken)
      return
    case 'frame':
      decodeFrame(data.id, data.frame).catch(reportBroken)
      return
    case 'file':
      decodeFile(data.id, data.file).catch(reportBroken)
  }
}

function answer(message: FromWorker): void {
  self.postMessage(message)
}

function reportBroken(error: unknown): void {
  answer({ kind: 'broken', reason: String(error) })
}

async function openReader(): Promise<ReadLuma> {
  const read = await openLumaReader({ url: wasmUrl })
  if (!passesSelfTest(read)) throw new Error('the decoder does not read its own test picture')
  return read
}

type LitReading = FrameReading & { readonly luma?: number }

async function decodeFrame(id: number, frame: FrameInput): Promise<void> {
  const read = await reader
  const started = performance.now()
  const plan = pace.next()
  const { text, pass, luma } = await readOrReplace(async () => {
    const picture = await lumaOfFrame(frame)
    return { ...readFrame(read, picture, plan), luma: meanLuma(picture) }
  })
  waitUntil(started + (performance.now() - started) * slowdown)
  const decodeMs = performance.now() - started
  if (text === null) pace.recordMiss(plan, decodeMs)
  answer({ kind: 'read', id, reading: { text, pass, decodeMs, ...(luma === undefined ? {} : { luma }) } })
}

/**
 * A frame that the decoder stumbles over counts as unread. The memory that a crash left behind is not trusted: a fresh decoder
 * takes over, and if that cannot be had or also reads nothing but trouble, the failure is reported.
 */
async function readOrReplace(read: () => Promise<LitReading>): Promise<LitReading> {
  try {
    const reading = await read()
    lostFrames = 0
    return reading
  } catch (error) {
    if (++lostFrames >= mostLostFrames) throw error
    reader = openReader()
    await reader
    return { text: null, pass: 1 }
  }
}

async function decodeFile(id: number, file: Blob | PixelFrame): Promise<void> {
  const read = await reader
  const started = performance.now()
  try {
    const photo = file instanceof Blob ? await lumaOfFile(file) : lumaFromPacked(file.rgba, file.width, file.height)
    answer({ kind: 'read', id, reading: { text: readPhoto(read, photo), pass: 2, decodeMs: performance.now() - started } })
  } catch (error) {
    answer({ kind: 'unreadable', id, reason: String(error) })
    // It may have been the decoder that stumbled: see above.
    reader = openReader()
    await reader
  }
}

function waitUntil(atMs: number): void {
  while (performance.now() < atMs);
}
