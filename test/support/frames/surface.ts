import type { GateCode } from './gate-codes.ts'
import type { Random } from './random.ts'

/** A flat thing that carries a code. Coordinates are millimetres from the middle of the code, x right, y down. */
export interface Surface {
  readonly halfWidthMm: number
  readonly halfHeightMm: number
  /** Linear light that a point sends out or throws back. */
  lightAt(x: number, y: number): number
}

/** How light or dark the surface is: linear light of its white and of its black. */
export interface Tones {
  readonly white: number
  readonly black: number
}

/** A phone of common size that shows the code on a white page with a few lines of text. */
export function phoneSurface(code: GateCode, codeMm: number, tones: Tones, random: Random): Surface {
  const page = printedPage(code, codeMm, tones, random)
  const body = tones.black * 0.6
  return {
    halfWidthMm: 37,
    halfHeightMm: 78,
    lightAt: (x, y) => (Math.abs(x) > 34.5 || Math.abs(y) > 74 ? body : page(x, y))
  }
}

/** A printed A6 card. */
export function cardSurface(code: GateCode, codeMm: number, tones: Tones, random: Random): Surface {
  return { halfWidthMm: 52.5, halfHeightMm: 74, lightAt: printedPage(code, codeMm, tones, random) }
}

function printedPage(code: GateCode, codeMm: number, { white, black }: Tones, random: Random): Surface['lightAt'] {
  const moduleMm = codeMm / code.size
  const [half, quiet] = [codeMm / 2, codeMm / 2 + 4 * moduleMm]
  const strokes = Float32Array.from({ length: 512 }, () => random.next())
  return (x, y) => {
    if (Math.abs(x) < half && Math.abs(y) < half) {
      const column = Math.floor((x + half) / moduleMm)
      const row = Math.floor((y + half) / moduleMm)
      return code.dark[row * code.size + column] ? black : white
    }
    if (Math.abs(x) < quiet && Math.abs(y) < quiet) return white
    return isInk(x, y, strokes) ? black : white
  }
}

/** Lines of lettering 3 mm high, every 6 mm, above and below the code. */
function isInk(x: number, y: number, strokes: Float32Array): boolean {
  const line = Math.floor(y / 6)
  const within = y / 6 - line
  if (Math.abs(x) > 28 || within > 0.5 || (line & 3) === 3) return false
  const stroke = strokes[(Math.floor(x / 0.9) + line * 37) & 511] as number
  return stroke < 0.45 || (stroke < 0.7 && within < 0.12)
}
