import type { FrameInput, PixelFrame } from './messages.ts'

// All of these exist in the types of every browser, and in fact only in recent ones.
const hasVideoFrame = typeof VideoFrame === 'function'
const hasWorkerCanvas = typeof OffscreenCanvas === 'function'

/**
 * The picture that a video shows now, in the cheapest form that can be given away to a worker, or null when it shows none.
 * Only the last form costs the page more than a handle: pixels read back from a canvas.
 */
export function grabFrame(video: HTMLVideoElement): FrameInput | Promise<FrameInput> | null {
  // HAVE_CURRENT_DATA
  if (video.readyState < 2 || video.videoWidth === 0) return null
  if (hasVideoFrame) {
    try {
      return new VideoFrame(video)
    } catch {
      // Some phones have the class but cannot make one of their camera's pictures; the next form works there.
    }
  }
  if (hasWorkerCanvas) return createImageBitmap(video)
  return readPixels(video, video.videoWidth, video.videoHeight)
}

/** What an image file is sent as: itself, or its pixels where the worker could not unpack it. Rejects when it is no image. */
export async function openImageFile(file: Blob): Promise<Blob | PixelFrame> {
  if (hasWorkerCanvas) return file
  const bitmap = await createImageBitmap(file)
  try {
    return readPixels(bitmap, bitmap.width, bitmap.height)
  } finally {
    bitmap.close()
  }
}

function readPixels(source: HTMLVideoElement | ImageBitmap, width: number, height: number): PixelFrame {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error(`no canvas of ${width}×${height}`)
  context.drawImage(source, 0, 0, width, height)
  return { rgba: context.getImageData(0, 0, width, height).data, width, height }
}
