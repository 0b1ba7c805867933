/**
 * A number written into a picture as a strip of black and white cells along its upper edge, so that a page can tell which
 * picture of a clip it shows. Sixteen cells, highest bit first; between two marker cells, black then white.
 */
export const stripBits = 16
const cells = stripBits + 2

/** Side of a cell in pixels, and where the strip begins: the upper left corner. */
export function stripCell(width: number): number {
  return Math.floor(width / 40)
}

export function drawStrip(luma: Uint8Array, width: number, number: number): void {
  const side = stripCell(width)
  for (let cell = 0; cell < cells; cell++) {
    const grey = isWhite(cell, number) ? 235 : 16
    for (let y = 0; y < side; y++) luma.fill(grey, y * width + cell * side, y * width + (cell + 1) * side)
  }
}

function isWhite(cell: number, number: number): boolean {
  if (cell === 0) return false
  if (cell === cells - 1) return true
  return ((number >> (stripBits - cell)) & 1) === 1
}

/** The strip's number from one grey value a cell, or null when the markers are not there. */
export function readStrip(greys: ArrayLike<number>): number | null {
  if (greys.length < cells || (greys[0] as number) > 100 || (greys[cells - 1] as number) < 150) return null
  let number = 0
  for (let cell = 1; cell <= stripBits; cell++) number = number * 2 + ((greys[cell] as number) > 125 ? 1 : 0)
  return number
}

export const stripCells = cells
