import type { Luma } from './luma.ts'

/**
 * Gaussian blur of σ = 1 pixel as the binomial 1-4-6-4-1 (variance of four coin throws = 1) in both directions.
 * The border repeats the outermost pixel.
 */
export function smooth(picture: Luma): Luma {
  const { data, width, height } = picture
  const across = new Uint16Array(data.length)
  const out = new Uint8Array(data.length)
  smoothRows(data, across, width)
  smoothColumns(across, out, width, height)
  return { data: out, width, height }
}

function smoothRows(source: Uint8Array, target: Uint16Array, width: number): void {
  const last = width - 1
  for (let row = 0; row < source.length; row += width) {
    let a = source[row] as number
    let b = a
    let c = a
    let d = source[row + Math.min(1, last)] as number
    for (let x = 0; x < width; x++) {
      const e = source[row + (x + 2 < width ? x + 2 : last)] as number
      target[row + x] = a + e + 4 * (b + d) + 6 * c
      a = b
      b = c
      c = d
      d = e
    }
  }
}

function smoothColumns(source: Uint16Array, target: Uint8Array, width: number, height: number): void {
  const last = height - 1
  for (let y = 0; y < height; y++) {
    const a = Math.max(y - 2, 0) * width
    const b = Math.max(y - 1, 0) * width
    const c = y * width
    const d = Math.min(y + 1, last) * width
    const e = Math.min(y + 2, last) * width
    for (let x = 0; x < width; x++) {
      const outer = (source[a + x] as number) + (source[e + x] as number)
      const inner = (source[b + x] as number) + (source[d + x] as number)
      // Both directions weigh 16, so the sum is 256 times the mean.
      target[c + x] = (outer + 4 * inner + 6 * (source[c + x] as number) + 128) >> 8
    }
  }
}
