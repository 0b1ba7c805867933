import type { Drawing, DrawOp, LineOp, PathOp, RectOp } from './drawing.ts'
import { loadFonts, type TextInWeight } from './fonts.ts'
import { drawable, type PlacedText, placeText } from './typeset.ts'

/** A drawing whose every text has its size and place: what the three writers turn into files. */
export type SetDrawing = Omit<Drawing, 'ops'> & {
  readonly ops: readonly SetOp[]
  /** Characters that no font has, each once; they are drawn as boxes. */
  readonly missing: readonly string[]
}

export type SetOp = RectOp | LineOp | PathOp | PlacedText

export const setDrawing = async (drawing: Drawing): Promise<SetDrawing> => ({ ...drawing, ...(await setOps(drawing.ops)) })

/** The operations of a part of a page, with the fonts loaded that it needs. */
export async function setOps(drawn: readonly DrawOp[]): Promise<Pick<SetDrawing, 'ops' | 'missing'>> {
  const texts = drawn.flatMap((op): TextInWeight[] => (op.op === 'text' ? [{ text: drawable(op.text), weight: op.weight }] : []))
  const fonts = await loadFonts(texts)
  const ops = drawn.map(op => (op.op === 'text' ? placeText(op, fonts) : op))
  const missing = ops.flatMap(op => (op.op === 'placed-text' ? op.missing : []))
  return { ops, missing: [...new Set(missing)] }
}
