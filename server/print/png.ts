import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Signature, and IHDR with its length, type and check sum: always the first 33 bytes (PNG, ISO/IEC 15948 §11.2). */
const HEADER_BYTES = 33
const INCHES_PER_METRE = 39.3701

/** A black and white picture, one bit a pixel. `isDark` is asked for every pixel. */
export function encodeBilevelPng(width: number, height: number, isDark: (x: number, y: number) => boolean): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 1 // bits a pixel; colour type 0, greyscale, and the only compression, filter and no interlace follow as zeros
  const bytesPerRow = 1 + Math.ceil(width / 8)
  const rows = new Uint8Array(bytesPerRow * height).fill(0xff)
  for (let y = 0; y < height; y++) {
    rows[y * bytesPerRow] = 0 // filter: none
    for (let x = 0; x < width; x++) if (isDark(x, y)) clearBit(rows, y * bytesPerRow + 1 + (x >> 3), 7 - (x & 7))
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array())
  ])
}

function clearBit(bytes: Uint8Array, at: number, bit: number): void {
  bytes[at] = (bytes[at] as number) & ~(1 << bit)
}

/** The same picture with its size on paper (pHYs), so that it prints at true scale. */
export function withResolution(png: Uint8Array, dotsPerInch: number): Uint8Array {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  view.setUint32(0, Math.round(dotsPerInch * INCHES_PER_METRE))
  view.setUint32(4, Math.round(dotsPerInch * INCHES_PER_METRE))
  data[8] = 1 // the unit is the metre
  return Buffer.concat([png.subarray(0, HEADER_BYTES), chunk('pHYs', data), png.subarray(HEADER_BYTES)])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
