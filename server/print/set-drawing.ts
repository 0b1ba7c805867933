import type { Drawing, LineOp, PathOp, RectOp } from './drawing.ts'
import { loadFonts, type TextInWeight } from './fonts.ts'
import { drawable, type PlacedText, placeText } from './typeset.ts'

/** A drawing whose every text has its size and place: what the three writers turn into files. */
export type SetDrawing = Omit<Drawing, 'ops'> & {
  readonly ops: readonly (RectOp | LineOp | PathOp | PlacedText)[]
  /** Characters that no font has, each once; they are drawn as boxes. */
  readonly missing: readonly string[]
}

export async function setDrawing(drawing: Drawing): Promise<SetDrawing> {
  const texts = drawing.ops.flatMap((op): TextInWeight[] =>
    op.op === 'text' ? [{ text: drawable(op.text), weight: op.weight }] : []
  )
  const fonts = await loadFonts(texts)
  const ops = drawing.ops.map(op => (op.op === 'text' ? placeText(op, fonts) : op))
  const missing = ops.flatMap(op => (op.op === 'placed-text' ? op.missing : []))
  return { ...drawing, ops, missing: [...new Set(missing)] }
}
