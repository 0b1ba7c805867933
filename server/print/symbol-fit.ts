import type { Box, PathOp } from './drawing.ts'
import { type SymbolLevel, type SymbolMatrix, symbolMatrix, symbolPath } from './symbol.ts'

/** A module is a whole number of a 300 dpi printer's dots, so that every edge is sharp there and at 600. */
const DOT = 25.4 / 300
/** Millimetres. Below it an office printer's toner closes the gaps. */
export const SMALLEST_MODULE = 0.5
/** ISO/IEC 18004: four light modules on every side. */
export const QUIET_ZONE_MODULES = 4
/** On paper damage is what fails: level Q, and less only where its modules would be too small. */
const LEVELS: readonly SymbolLevel[] = ['Q', 'M']

export type FittedSymbol = {
  readonly matrix: SymbolMatrix
  readonly level: SymbolLevel
  readonly module: number
  readonly width: number
}

/** The best protected symbol of a pass within `widest` millimetres (without quiet zone) whose modules can be printed. */
export function fitSymbol(text: string, widest: number): FittedSymbol {
  const fitted = LEVELS.map(level => {
    const matrix = symbolMatrix(text, level)
    const module = Math.floor(widest / matrix.size / DOT) * DOT
    return { matrix, level, module, width: module * matrix.size }
  })
  const best = fitted.find(({ module }) => module >= SMALLEST_MODULE)
  if (best === undefined) throw new RangeError(`symbol: ${widest} mm are too few for this pass`)
  return best
}

/** Its upper left corner is set on a dot. */
export function symbolOp({ matrix, module, width }: FittedSymbol, x: number, y: number): PathOp {
  const box: Box = { x: onDots(x), y: onDots(y), width, height: width }
  return { op: 'path', role: 'symbol', d: symbolPath(matrix), box, scale: module, fill: '#000000' }
}

const onDots = (position: number): number => Math.round(position / DOT) * DOT
