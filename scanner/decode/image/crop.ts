import type { Luma } from './luma.ts'

/** The middle of a picture, at most `size` wide and high; the picture itself when it is no larger. */
export function cropCentre(picture: Luma, size: number): Luma {
  const width = Math.min(size, picture.width)
  const height = Math.min(size, picture.height)
  if (width === picture.width && height === picture.height) return picture
  const left = (picture.width - width) >> 1
  const top = (picture.height - height) >> 1
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = (top + y) * picture.width + left
    data.set(picture.data.subarray(start, start + width), y * width)
  }
  return { data, width, height }
}
