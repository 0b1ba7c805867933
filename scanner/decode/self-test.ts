import type { Luma } from './image/luma.ts'
import type { ReadLuma } from './luma-reader.ts'

/** What the built-in picture says. */
const expected = 'CHECKPOINT'

// The version 1-M symbol of that word, one row a number, first module in the highest of 21 bits.
const rows = [
  0x1fc47f, 0x105341, 0x17495d, 0x17455d, 0x17555d, 0x104941, 0x1fd57f, 0x000700, 0x154e12, 0x020060, 0x19451e, 0x1e186b,
  0x1ff145, 0x0012b3, 0x1fc2d5, 0x1043a4, 0x175ef3, 0x174442, 0x175939, 0x104473, 0x1fd951
]
const modulePx = 4
const quietModules = 4

/**
 * Whether the decoder reads a known picture. Glue code and WebAssembly of different releases can load without complaint
 * and then find nothing in any frame; a gate must learn that at the start, not from a queue.
 */
export function passesSelfTest(read: ReadLuma): boolean {
  return read(testPicture()) === expected
}

function testPicture(): Luma {
  const width = (rows.length + 2 * quietModules) * modulePx
  const data = Uint8Array.from({ length: width * width }, (_, at) => {
    const row = Math.floor(at / width / modulePx) - quietModules
    const column = Math.floor((at % width) / modulePx) - quietModules
    const bits = column >= 0 && column < rows.length ? (rows[row] ?? 0) : 0
    return (bits >> (rows.length - 1 - column)) & 1 ? 0 : 255
  })
  return { data, width, height: width }
}
