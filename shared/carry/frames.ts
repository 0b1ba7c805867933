import { crc32 } from '../crc32.ts'
import { type Frame, type FrameKind, MAX_FRAMES, MAX_SLICE } from './frame.ts'

/** The codes that carry `content`, in order. Null: nothing, or too much for codes. */
export function framesOf(kind: FrameKind, content: Uint8Array): readonly Frame[] | null {
  const total = Math.ceil(content.length / MAX_SLICE)
  if (total === 0 || total > MAX_FRAMES) return null
  const transfer = crc32(content)
  return Array.from({ length: total }, (_, index) => ({
    kind,
    transfer,
    index,
    total,
    slice: content.subarray(index * MAX_SLICE, (index + 1) * MAX_SLICE)
  }))
}
