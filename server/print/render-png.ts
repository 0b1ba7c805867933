import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { withResolution } from './png.ts'

/** What office printers print at least. */
export const CARD_DPI = 300

let ready: Promise<void> | undefined

/** An SVG as a picture at its true size. The SVG must need no font. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  ready ??= start()
  await ready
  const renderer = new Resvg(svg, { dpi: CARD_DPI, font: { loadSystemFonts: false } })
  const image = renderer.render()
  try {
    return withResolution(image.asPng(), CARD_DPI)
  } finally {
    image.free()
    renderer.free()
  }
}

async function start(): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  await initWasm(await WebAssembly.compile(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm'))))
}
