import type { Luma } from './luma.ts'

// Catmull-Rom cubic (a = −½) a quarter of a pixel beside a sample, in 128ths; doubling needs no other phase.
const FAR = -3
const NEAR = 29
const AT = 111
const BEYOND = -9

/** The picture at twice its width and height, by cubic convolution; the border repeats the outermost pixel. */
export function doubleBicubic(picture: Luma): Luma {
  const { width, height } = picture
  const wide = new Int16Array(width * 2 * height)
  doubleRows(picture, wide)
  const data = new Uint8ClampedArray(width * 2 * height * 2)
  doubleColumns(wide, data, width * 2, height)
  return { data: new Uint8Array(data.buffer), width: width * 2, height: height * 2 }
}

function doubleRows({ data, width }: Luma, wide: Int16Array): void {
  const last = width - 1
  for (let row = 0; row < data.length; row += width) {
    let a = data[row] as number
    let b = a
    let c = a
    let d = data[row + Math.min(1, last)] as number
    for (let x = 0; x < width; x++) {
      const e = data[row + (x + 2 < width ? x + 2 : last)] as number
      const at = (row + x) * 2
      wide[at] = FAR * a + NEAR * b + AT * c + BEYOND * d
      wide[at + 1] = BEYOND * b + AT * c + NEAR * d + FAR * e
      a = b
      b = c
      c = d
      d = e
    }
  }
}

function doubleColumns(wide: Int16Array, out: Uint8ClampedArray, width: number, height: number): void {
  const last = height - 1
  for (let y = 0; y < height; y++) {
    const a = Math.max(y - 2, 0) * width
    const b = Math.max(y - 1, 0) * width
    const c = y * width
    const d = Math.min(y + 1, last) * width
    const e = Math.min(y + 2, last) * width
    for (let x = 0; x < width; x++) {
      const before = wide[b + x] as number
      const here = wide[c + x] as number
      const after = wide[d + x] as number
      const upper = FAR * (wide[a + x] as number) + NEAR * before + AT * here + BEYOND * after
      const lower = BEYOND * before + AT * here + NEAR * after + FAR * (wide[e + x] as number)
      const at = 2 * y * width + x
      // Two passes of 128ths: 2¹⁴.
      out[at] = (upper + 8192) >> 14
      out[at + width] = (lower + 8192) >> 14
    }
  }
}
