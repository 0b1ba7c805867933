import type { Luma } from './luma.ts'

/** The picture at half its width and height, each pixel the mean of four; an odd last row or column is dropped. */
export function halve(picture: Luma): Luma {
  const width = picture.width >> 1
  const height = picture.height >> 1
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const upper = 2 * y * picture.width
    const lower = upper + picture.width
    for (let x = 0; x < width; x++) {
      const left = 2 * x
      const above = (picture.data[upper + left] as number) + (picture.data[upper + left + 1] as number)
      const below = (picture.data[lower + left] as number) + (picture.data[lower + left + 1] as number)
      data[y * width + x] = (above + below + 2) >> 2
    }
  }
  return { data, width, height }
}
