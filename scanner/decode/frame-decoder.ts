import { type DecodeWorkerClient, DecoderBroken, FileUnreadable, startDecodeWorker } from './decode-worker-client.ts'
import { grabFrame, openImageFile } from './grab-frame.ts'
import type { FrameInput } from './messages.ts'
import { createNewestFrameFeed } from './newest-frame.ts'
import { watchVideoFrames } from './video-frames.ts'

export { DecoderBroken, FileUnreadable }

/** All times in milliseconds on the clock of `performance.now()`. */
export interface ReadTiming {
  /** When the picture was shown that the text was read from. */
  readonly presentedAtMs: number
  /** How long the worker had it. */
  readonly decodeMs: number
  /** 1: read as it was; 2: read from the sharpened and enlarged middle. */
  readonly pass: 1 | 2
}

export type OnText = (text: string, timing: ReadTiming) => void

/** Mean brightness of a frame, 0–255, and when it was shown. */
export type OnLuma = (luma: number, presentedAtMs: number) => void

/** Reads QR codes off a playing video and out of image files, in a worker. */
export interface FrameDecoder {
  /** Resolves when the decoder has loaded and read its test picture, rejects with `DecoderBroken` when it cannot. */
  readonly ready: Promise<void>
  /**
   * Reports the text of every frame that can be read, the same text again and again, and how bright each frame is.
   * Ends an earlier start.
   */
  start(video: HTMLVideoElement, onText: OnText, onLuma?: OnLuma): () => void
  /** Leaves the camera running and looks at no frame until resumed; a frame under way is dropped. */
  pause(): void
  resume(): void
  /** The text in an image file, null if there is none. Rejects with `FileUnreadable` or `DecoderBroken`. */
  decodeFile(file: Blob): Promise<string | null>
  close(): void
}

export interface FrameDecoderOptions {
  /** Makes the worker that many times slower, for benches. */
  readonly slowdown?: number
  /** Told at most once; nothing is read after it. */
  readonly onFailure?: (failure: DecoderBroken) => void
  readonly newWorker?: () => Worker
}

const ownWorker = () => new Worker(new URL('./worker/decode-worker.ts', import.meta.url), { type: 'module' })

export function createFrameDecoder({ slowdown = 1, onFailure, newWorker = ownWorker }: FrameDecoderOptions = {}): FrameDecoder {
  let paused = false
  let stop = () => {}
  const client = startDecodeWorker(newWorker(), slowdown, failure => {
    stop()
    onFailure?.(failure)
  })
  return {
    ready: client.ready,
    start(video, onText, onLuma) {
      stop()
      stop = readVideo(client, video, () => paused, { onText, onLuma })
      return stop
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
    },
    async decodeFile(file) {
      const content = await openImageFile(file).catch(cause => {
        throw new FileUnreadable('not an image', { cause })
      })
      return (await client.readFile(content)).text
    },
    close() {
      stop()
      client.close()
    }
  }
}

type Listeners = { readonly onText: OnText; readonly onLuma: OnLuma | undefined }

function readVideo(
  client: DecodeWorkerClient,
  video: HTMLVideoElement,
  isPaused: () => boolean,
  { onText, onLuma }: Listeners
): () => void {
  let stopped = false
  const isWanted = () => !stopped && !isPaused()
  const read = async (presentedAtMs: number) => {
    if (!isWanted()) return
    const frame = await currentFrame(video)
    if (!frame) return
    const { text, pass, decodeMs, luma } = await client.readFrame(frame)
    if (luma !== undefined && !stopped) onLuma?.(luma, presentedAtMs)
    if (text !== null && isWanted()) onText(text, { presentedAtMs, decodeMs, pass })
  }
  // The only thing that ends the feed is a decoder that has failed, which has told so already.
  const feed = createNewestFrameFeed(read, () => stop())
  const stopWatching = watchVideoFrames(video, presentedAtMs => feed.offer(presentedAtMs))
  const stop = () => {
    stopped = true
    stopWatching()
    feed.drop()
  }
  return stop
}

/** A picture that cannot be had, because the camera was just taken away, is no fault: another follows or the camera reports it. */
async function currentFrame(video: HTMLVideoElement): Promise<FrameInput | null> {
  try {
    return await grabFrame(video)
  } catch {
    return null
  }
}
