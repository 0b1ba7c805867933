import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { openLumaReader, type ReadLuma } from '../../scanner/decode/luma-reader.ts'

/** The WebAssembly file of the installed decoder. */
export function readerWasm(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')))
}

/** The gate's own decoder, in Node. */
export function openReader(): Promise<ReadLuma> {
  return openLumaReader({ bytes: readerWasm() })
}
