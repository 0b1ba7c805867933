import { type Luma, lumaFromPacked, lumaFromPlane } from '../image/luma.ts'
import type { FrameInput } from '../messages.ts'

// A canvas larger than this fails on phones with little memory (iOS stops at 16.7 million pixels).
const largestSidePx = 4096
let scratch = new Uint8Array(0)

/** The brightness of a frame, without its copying more than once. Closes the frame. */
export async function lumaOfFrame(frame: FrameInput): Promise<Luma> {
  if ('rgba' in frame) return lumaFromPacked(frame.rgba, frame.width, frame.height)
  try {
    return 'codedWidth' in frame ? await lumaOfVideoFrame(frame) : lumaOfDrawing(frame, frame.width, frame.height)
  } finally {
    frame.close()
  }
}

/** The brightness of an image file, scaled down to a size that a canvas can hold. Rejects when it is not an image. */
export async function lumaOfFile(file: Blob): Promise<Luma> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, largestSidePx / Math.max(bitmap.width, bitmap.height))
  try {
    return lumaOfDrawing(bitmap, Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)))
  } finally {
    bitmap.close()
  }
}

async function lumaOfVideoFrame(frame: VideoFrame): Promise<Luma> {
  const { width, height } = frame.visibleRect ?? { width: frame.displayWidth, height: frame.displayHeight }
  const kind = formatKind(frame.format)
  if (kind === 'other') return lumaOfDrawing(frame, frame.displayWidth, frame.displayHeight)
  const size = frame.allocationSize()
  if (scratch.length < size) scratch = new Uint8Array(size)
  const [plane] = await frame.copyTo(scratch)
  if (!plane) throw new Error(`a ${frame.format} frame without a plane`)
  if (kind === 'planar') return lumaFromPlane(scratch, plane, width, height)
  const packed = lumaFromPlane(scratch, plane, width * 4, height)
  return lumaFromPacked(packed.data, width, height, kind)
}

function formatKind(format: VideoPixelFormat | null): 'planar' | 'rgb' | 'bgr' | 'other' {
  switch (format) {
    case 'I420':
    case 'I420A':
    case 'I422':
    case 'I444':
    case 'NV12':
      return 'planar'
    case 'RGBA':
    case 'RGBX':
      return 'rgb'
    case 'BGRA':
    case 'BGRX':
      return 'bgr'
    default:
      // Opaque to us (null), or more than eight bits a sample.
      return 'other'
  }
}

function lumaOfDrawing(source: ImageBitmap | VideoFrame, width: number, height: number): Luma {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error(`no canvas of ${width}×${height}`)
  context.drawImage(source, 0, 0, width, height)
  return lumaFromPacked(context.getImageData(0, 0, width, height).data, width, height)
}
