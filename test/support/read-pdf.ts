import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export type ReadCode = {
  readonly text: string
  readonly level: string
  /** Millimetres along a side, and of a module. */
  readonly width: number
  readonly module: number
}

const DPI = 200
const MM = DPI / 25.4
/** poppler's; what a printer would see. */
const hasPoppler = (): boolean => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
export const noPoppler = hasPoppler() ? false : 'pdftoppm is not installed'

/** Each page as another program draws it, and every code that a decoder finds on it. */
export async function codesOfPages(pdf: Uint8Array): Promise<ReadCode[][]> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-pdf-'))
  try {
    writeFileSync(join(dir, 'in.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-png', join(dir, 'in.pdf'), join(dir, 'page')])
    const pages: ReadCode[][] = []
    for (const name of readdirSync(dir)
      .filter(file => file.endsWith('.png'))
      .sort()) {
      const found = await readBarcodes(readFileSync(join(dir, name)), { formats: ['QRCode'], maxNumberOfSymbols: 40 })
      pages.push(
        found.map(({ text, ecLevel, version, position: { topLeft, topRight } }) => {
          const width = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / MM
          return { text, level: String(ecLevel), width, module: width / (17 + 4 * Number(version)) }
        })
      )
    }
    return pages
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

export const textOfPdf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString()
