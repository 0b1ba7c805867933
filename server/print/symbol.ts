import QRCode from 'qrcode'
import { BASE41_ALPHABET } from '../../shared/pass/base41.ts'
import { PREFIX } from '../../shared/pass/codec.ts'
import { encodeBilevelPng } from './png.ts'

/** Error correction (ISO/IEC 18004): M for screens, where larger modules count, Q for paper, where damage does. */
export type SymbolLevel = 'M' | 'Q'
export type SymbolMatrix = {
  readonly version: number
  /** Modules along a side. */
  readonly size: number
  /** Row by row, 1 = dark. */
  readonly modules: Uint8Array
}

const ALPHABET = new Set(BASE41_ALPHABET)

/** The smallest symbol that holds a pass. Throws a RangeError on a text that is no pass: a phone would mangle it. */
export function symbolMatrix(text: string, level: SymbolLevel): SymbolMatrix {
  if (!text.startsWith(PREFIX) || Array.from(text.slice(PREFIX.length)).some(char => !ALPHABET.has(char)))
    throw new RangeError('symbol: the text is no pass')
  // Alphanumeric mode is named, since the generator's own choice would mix modes: 5.5 bits a character, never 8.
  const { version, modules } = QRCode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: level })
  return { version, size: modules.size, modules: Uint8Array.from(modules.data) }
}

/** SVG path data, one unit a module: a rectangle for each run of dark modules in a row. */
export function symbolPath({ size, modules }: SymbolMatrix): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules[y * size + x] !== 1) continue
      const from = x
      while (x + 1 < size && modules[y * size + x + 1] === 1) x++
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`
    }
  }
  return path
}

/** Black on white; one user unit a module, no size of its own, so that the page decides. */
export function symbolSvg(text: string, level: SymbolLevel, { quietZone = 4 }: { quietZone?: number } = {}): string {
  const matrix = symbolMatrix(text, level)
  const side = matrix.size + 2 * quietZone
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" transform="translate(${quietZone} ${quietZone})" d="${symbolPath(matrix)}"/></svg>\n`
  )
}

/** Black on white, one bit a pixel; `moduleSize` in pixels, `quietZone` in modules. */
export function symbolPng(
  text: string,
  level: SymbolLevel,
  { moduleSize = 8, quietZone = 4 }: { moduleSize?: number; quietZone?: number } = {}
): Uint8Array {
  const { size, modules } = symbolMatrix(text, level)
  const side = (size + 2 * quietZone) * moduleSize
  const moduleAt = (pixel: number): number => Math.floor(pixel / moduleSize) - quietZone
  const isInside = (module: number): boolean => module >= 0 && module < size
  return encodeBilevelPng(side, side, (x, y) => {
    const [column, row] = [moduleAt(x), moduleAt(y)]
    return isInside(column) && isInside(row) && modules[row * size + column] === 1
  })
}
