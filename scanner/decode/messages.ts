/** Pixels in memory, for browsers whose workers have no canvas of their own. Four bytes a pixel, RGBA. */
export interface PixelFrame {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** A camera picture on its way to the worker, in the cheapest form that the browser has. */
export type FrameInput = VideoFrame | ImageBitmap | PixelFrame

export type ToWorker =
  /** `slowdown` makes every frame take that many times as long: for benches that slow the page by the same factor. */
  | { kind: 'start'; slowdown: number }
  | { kind: 'frame'; id: number; frame: FrameInput }
  | { kind: 'file'; id: number; file: Blob | PixelFrame }

export interface Reading {
  readonly text: string | null
  /** 1: of the picture as it was; 2: of its sharpened and enlarged middle (or, without a text, that this was tried too). */
  readonly pass: 1 | 2
  /** How long the worker had the picture. */
  readonly decodeMs: number
  /** Mean brightness of a camera's frame, 0–255; absent for files and for frames that were lost. */
  readonly luma?: number
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'broken'; reason: string }
  | { kind: 'read'; id: number; reading: Reading }
  | { kind: 'unreadable'; id: number; reason: string }
