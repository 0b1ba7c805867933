/** A picture of brightness alone: `width × height` bytes, row by row, no padding; 0 is black, 255 is white. */
export interface Luma {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export interface PlaneLayout {
  /** First byte of the plane. */
  readonly offset: number
  /** Bytes from one row to the next; at least the width, often more. */
  readonly stride: number
}

/** The Y plane of a planar frame (I420, NV12, …) without its row padding; shares memory with `bytes` when there is none. */
export function lumaFromPlane(bytes: Uint8Array, layout: PlaneLayout, width: number, height: number): Luma {
  const { offset, stride } = layout
  const length = offset + stride * (height - 1) + width
  if (stride < width || length > bytes.length)
    throw new RangeError(`plane of ${bytes.length} bytes is too short for ${width}×${height}`)
  if (stride === width) return { data: bytes.subarray(offset, offset + width * height), width, height }
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = offset + y * stride
    data.set(bytes.subarray(start, start + width), y * width)
  }
  return { data, width, height }
}

/** Byte order of a packed pixel; the fourth byte is not looked at. */
export type PackedOrder = 'rgb' | 'bgr'

/** Brightness of packed four-byte pixels, weighted as ITU-R BT.601 does. Transparency is ignored. */
export function lumaFromPacked(
  bytes: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  order: PackedOrder = 'rgb'
): Luma {
  if (bytes.length < width * height * 4) throw new RangeError(`${bytes.length} bytes are too few for ${width}×${height}`)
  const data = new Uint8Array(width * height)
  const [first, third] = order === 'rgb' ? [77, 29] : [29, 77]
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += 4) {
    data[pixel] = (first * (bytes[at] as number) + 150 * (bytes[at + 1] as number) + third * (bytes[at + 2] as number) + 128) >> 8
  }
  return { data, width, height }
}
