import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import jsQR from 'jsqr'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'

type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array }

const require = createRequire(import.meta.url)
const { PNG } = require('pngjs') as { PNG: { sync: { read: (bytes: Uint8Array) => Picture } } }

/** RGBA pixels, by a reader that did not write them. */
export const readPixels = (png: Uint8Array): Picture => PNG.sync.read(Buffer.from(png))

/** jsQR's types describe an ES module, its file is CommonJS. */
const decodeWithJsqr = jsQR as unknown as typeof jsQR.default

export function readByJsqr(png: Uint8Array): { text: string; version: number } | null {
  const { data, width, height } = readPixels(png)
  const found = decodeWithJsqr(Uint8ClampedArray.from(data), width, height)
  return found === null ? null : { text: found.data, version: found.version }
}

export async function readByZxing(png: Uint8Array): Promise<ReadResult | undefined> {
  const wasm = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  return (await readBarcodes(png, { formats: ['QRCode'], tryHarder: true }))[0]
}

/** Length, type and data of every chunk (PNG, ISO/IEC 15948 §5.3). */
export function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return chunks
}
