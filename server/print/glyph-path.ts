import type { PathCommand } from 'fontkit'
import type { PlacedText, Run } from './typeset.ts'
import { MISSING_WIDTH } from './typeset.ts'

const LETTERS: Readonly<Record<PathCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z'
}

/** The outlines of a text as SVG path data in millimetres of the card; a character without a glyph is an empty box. */
export const textPath = (text: PlacedText): string =>
  text.lines.flatMap(line => line.runs.map(run => runPath(run, line.baseline, text.size))).join('')

function runPath(run: Run, baseline: number, size: number): string {
  if (run.face === null) return missingBox(run.x, baseline, size)
  const { glyphs, positions } = run.face.font.layout(run.text, [])
  const scale = size / run.face.font.unitsPerEm
  let path = ''
  let x = run.x
  glyphs.forEach((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    path += glyph.path.commands
      .map(command => writeCommand(command, x + xOffset * scale, baseline - yOffset * scale, scale))
      .join('')
    x += xAdvance * scale
  })
  return path
}

function writeCommand({ command, args }: PathCommand, x: number, y: number, scale: number): string {
  const numbers = args.map((value, index) => short(index % 2 === 0 ? x + value * scale : y - value * scale))
  return LETTERS[command] + numbers.join(' ')
}

/** Large enough to write the character in by hand. */
export function missingBox(x: number, baseline: number, size: number): string {
  const margin = ((1 - MISSING_WIDTH) / 2 + 0.03) * size
  const stroke = 0.05 * size
  const side = MISSING_WIDTH * size - 2 * margin
  const [left, top] = [x + margin, baseline - 0.86 * size + margin]
  return square(left, top, side) + square(left + stroke, top + stroke, side - 2 * stroke)
}

/** Two squares, one in the other, are a frame by the even-odd rule. */
const square = (x: number, y: number, side: number): string =>
  `M${short(x)} ${short(y)}h${short(side)}v${short(side)}h${short(-side)}z`

/** A thousandth of a millimetre is finer than any printer. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000)
