import type { Box, TextOp } from './drawing.ts'
import type { Face, Fonts, Weight } from './fonts.ts'
import { splitAtBreaks, splitGraphemes } from './line-breaks.ts'

/** Characters of one face that are drawn together; `face` is null for a character that no font has: it becomes a box. */
export type Run = { readonly face: Face | null; readonly text: string; readonly x: number; readonly width: number }
export type Line = {
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly runs: readonly Run[]
}
/** A text with its final size (millimetres per em) and places (millimetres from the card's corner). */
export type PlacedText = {
  readonly op: 'placed-text'
  readonly text: string
  readonly size: number
  readonly fill: string
  readonly lines: readonly Line[]
  /** From the first line's ascenders to the last line's descenders. */
  readonly bounds: Box
  readonly missing: readonly string[]
}

/** Em from one baseline to the next, and from a line's top to its baseline: centres a Chinese character in its line. */
const LINE_HEIGHT = 1.2
const BASELINE = 0.98
/** Em; the extent of Chinese characters above the baseline and of Latin descenders below it. */
const ASCENT = 0.88
const DESCENT = 0.22
/** An em box with a little air on each side stands for a character that no font has. */
export const MISSING_WIDTH = 0.92
/** A quarter of a typographic point would be invisible; 2 % is faster and as good. */
const SHRINK = 0.98
/** Em on both sides of a comparison, for sums of many widths. */
const TOLERANCE = 1e-6

export function placeText(op: TextOp, fonts: Fonts): PlacedText {
  const text = drawable(op.text)
  const { size, lines } = fit(text, op, fonts)
  const top = op.box.y + (op.box.height - lines.length * LINE_HEIGHT * size) / 2
  const placed = lines.map((line, index) => placeLine(line, op, size, top + (index * LINE_HEIGHT + BASELINE) * size, fonts))
  const bounds = placed.length === 0 ? { ...op.box, width: 0, height: 0 } : boundsOf(placed, size)
  return { op: 'placed-text', text, size, fill: op.fill, lines: placed, bounds, missing: missingIn(placed) }
}

/** Invisible characters have nothing to draw, and a line break in a name is a space. */
export const drawable = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

type Fitted = { readonly size: number; readonly lines: readonly string[] }

/** The largest size at which the text fits its box, on as many lines as that takes, these of about the same length. */
function fit(text: string, { box, size: wanted, weight, wrap }: TextOp, fonts: Fonts): Fitted {
  const pieces = (wrap ? splitAtBreaks(text) : [text]).map(piece => ({ piece, width: widthOf(piece, weight, fonts) }))
  for (let size = Math.min(wanted, box.height / LINE_HEIGHT); ; size *= SHRINK) {
    const width = box.width / size
    const maxLines = Math.floor(box.height / (LINE_HEIGHT * size) + TOLERANCE)
    const lines = breakLines(pieces, width)
    if (lines !== null && lines.length <= maxLines) return { size, lines: balance(pieces, width, lines) }
  }
}

type Piece = { readonly piece: string; readonly width: number }

/** First-fit lines no wider than `width` em, or null when a piece alone is wider. */
function breakLines(pieces: readonly Piece[], width: number): string[] | null {
  const lines: string[] = []
  let used = Number.POSITIVE_INFINITY
  for (const { piece, width: pieceWidth } of pieces) {
    if (pieceWidth > width + TOLERANCE) return null
    if (used + pieceWidth > width + TOLERANCE) {
      lines.push(piece)
      used = pieceWidth
    } else {
      lines[lines.length - 1] += piece
      used += pieceWidth
    }
  }
  return lines
}

/** The narrowest column that needs no more lines: no single character is left alone on the last one. */
function balance(pieces: readonly Piece[], width: number, lines: readonly string[]): readonly string[] {
  let best = lines
  for (let narrower = width * SHRINK; lines.length > 1; narrower *= SHRINK) {
    const tried = breakLines(pieces, narrower)
    if (tried === null || tried.length > lines.length) break
    best = tried
  }
  return best
}

function placeLine(text: string, { box, align, weight }: TextOp, size: number, baseline: number, fonts: Fonts): Line {
  const runs = splitRuns(text.trim(), weight, fonts)
  const width = runs.reduce((sum, run) => sum + runWidth(run), 0) * size
  const free = box.width - width
  let x = box.x + (align === 'left' ? 0 : align === 'right' ? free : free / 2)
  const line = { x, baseline, width }
  const placed = runs.map(run => {
    const here = { ...run, x, width: runWidth(run) * size }
    x += here.width
    return here
  })
  return { ...line, runs: placed }
}

type Unplaced = { readonly face: Face | null; readonly text: string }

function splitRuns(text: string, weight: Weight, fonts: Fonts): Unplaced[] {
  const runs: Unplaced[] = []
  for (const { face, text: part } of splitGraphemes(text).flatMap(grapheme => partsOf(grapheme, weight, fonts))) {
    const last = runs.at(-1)
    if (last !== undefined && face !== null && last.face === face) runs[runs.length - 1] = { face, text: last.text + part }
    else runs.push({ face, text: part })
  }
  return runs
}

/** A letter and its marks come from one face where one has them all, else each from its own. */
function partsOf(grapheme: string, weight: Weight, fonts: Fonts): Unplaced[] {
  const whole = fonts.faceFor(grapheme, weight)
  if (whole !== null) return [{ face: whole, text: grapheme }]
  return Array.from(grapheme, char => ({ face: fonts.faceFor(char, weight), text: char }))
}

/** Em. */
const widthOf = (text: string, weight: Weight, fonts: Fonts): number =>
  splitRuns(text, weight, fonts).reduce((sum, run) => sum + runWidth(run), 0)

/** Em. The empty feature list is what the PDF writer passes too, so that both kern alike. */
const runWidth = ({ face, text }: Unplaced): number =>
  face === null ? MISSING_WIDTH : face.font.layout(text, []).advanceWidth / face.font.unitsPerEm

function boundsOf(lines: readonly Line[], size: number): Box {
  const left = Math.min(...lines.map(line => line.x))
  const right = Math.max(...lines.map(line => line.x + line.width))
  const top = Math.min(...lines.map(line => line.baseline)) - ASCENT * size
  const bottom = Math.max(...lines.map(line => line.baseline)) + DESCENT * size
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const missingIn = (lines: readonly Line[]): string[] =>
  lines.flatMap(line => line.runs.filter(run => run.face === null).map(run => run.text))
