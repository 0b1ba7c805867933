import PDFDocument from 'pdfkit'
import type { Drawing, LineOp, PathOp, Point, RectOp } from './drawing.ts'
import type { Face } from './fonts.ts'
import { missingBox } from './glyph-path.ts'
import type { SetOp } from './set-drawing.ts'
import type { PlacedText, Run } from './typeset.ts'

/** PDF's unit is 1/72 inch. */
const POINTS_PER_MM = 72 / 25.4
export type Pdf = InstanceType<typeof PDFDocument>

/** A document without pages yet, whose pages are printed at true size. Its bytes depend on nothing but what is drawn. */
export function newPdf(drawing: Omit<Drawing, 'ops'>): Pdf {
  const createdAt = new Date(drawing.createdAt * 1000)
  const pdf = new PDFDocument({
    size: [drawing.width * POINTS_PER_MM, drawing.height * POINTS_PER_MM],
    margin: 0,
    autoFirstPage: false,
    lang: drawing.language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: drawing.title,
      Author: drawing.author,
      Creator: 'Checkpoint',
      Producer: 'Checkpoint',
      CreationDate: createdAt,
      ModDate: createdAt
    }
  })
  keepTrueScale(pdf)
  return pdf
}

/** ISO 32000-1 §12.2: a viewer shall not fit the card to a larger sheet of its own accord. The writer has no option for it. */
function keepTrueScale(pdf: Pdf): void {
  const { _root } = pdf as unknown as { _root: { data: { ViewerPreferences: { data: { PrintScaling?: string } } } } }
  _root.data.ViewerPreferences.data.PrintScaling = 'None'
}

/** Draws on the last page, millimetres from `at`. */
export function drawOps(pdf: Pdf, ops: readonly SetOp[], at: Point = { x: 0, y: 0 }): void {
  pdf.save().translate(at.x * POINTS_PER_MM, at.y * POINTS_PER_MM)
  for (const op of ops) drawOp(pdf, op)
  pdf.restore()
}

function drawOp(pdf: Pdf, op: SetOp): void {
  if (op.op === 'placed-text') drawText(pdf, op)
  else drawShape(pdf, op)
}

function drawShape(pdf: Pdf, op: RectOp | LineOp | PathOp): void {
  pdf.save().scale(POINTS_PER_MM)
  if (op.op === 'rect') pdf.rect(op.box.x, op.box.y, op.box.width, op.box.height).fill(op.fill)
  else if (op.op === 'line') pdf.lineWidth(op.width).moveTo(op.from.x, op.from.y).lineTo(op.to.x, op.to.y).stroke(op.stroke)
  else if (op.d !== '') pdf.translate(op.box.x, op.box.y).scale(op.scale).path(op.d).fill(op.fill, 'even-odd')
  pdf.restore()
}

function drawText(pdf: Pdf, text: PlacedText): void {
  for (const line of text.lines) {
    for (const run of line.runs) {
      if (run.face === null) fillPath(pdf, missingBox(run.x, line.baseline, text.size), text.fill)
      else drawRun(pdf, run, run.face, line.baseline, text)
    }
  }
}

function drawRun(pdf: Pdf, run: Run, face: Face, baseline: number, { size, fill }: PlacedText): void {
  useFace(pdf, face)
  pdf
    .fontSize(size * POINTS_PER_MM)
    .fillColor(fill)
    .text(run.text, run.x * POINTS_PER_MM, baseline * POINTS_PER_MM, { lineBreak: false, baseline: 'alphabetic', features: [] })
}

/** The writer takes an opened font, though its types do not say so: parsing one again for every card would cost most of the time. */
function useFace(pdf: Pdf, face: Face): void {
  pdf.registerFont(face.id, face.font as unknown as ArrayBuffer).font(face.id)
}

function fillPath(pdf: Pdf, d: string, fill: string): void {
  pdf.save().scale(POINTS_PER_MM).path(d).fill(fill, 'even-odd').restore()
}
