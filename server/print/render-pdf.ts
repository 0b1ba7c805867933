import { drawOps, newPdf, type Pdf } from './pdf.ts'
import type { SetDrawing } from './set-drawing.ts'

/** One page at true size with subset fonts, so that its words can be searched and copied. The same drawing gives the same bytes. */
export const renderPdf = (drawing: SetDrawing): Promise<Uint8Array> => renderPages(drawing)

/** Pages of one size; what the document says of itself is the first one's. */
export async function renderPages(first: SetDrawing, ...others: readonly SetDrawing[]): Promise<Uint8Array> {
  const pdf = newPdf(first)
  const body = collect(pdf)
  for (const { ops } of [first, ...others]) {
    pdf.addPage()
    drawOps(pdf, ops)
  }
  pdf.end()
  return await body
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
