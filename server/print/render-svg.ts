import type { Box, LineOp } from './drawing.ts'
import { short, textPath } from './glyph-path.ts'
import type { SetDrawing } from './set-drawing.ts'

/** The drawing at true size; texts are outlines, so that no font is needed to show it. */
export function renderSvg(drawing: SetDrawing): string {
  const { width, height } = drawing
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" ` +
    `role="img" lang="${drawing.language}"><title>${escapeXml(drawing.title)}</title>` +
    `${rect({ x: 0, y: 0, width, height }, '#ffffff')}${drawing.ops.map(renderOp).join('')}</svg>\n`
  )
}

function renderOp(op: SetDrawing['ops'][number]): string {
  switch (op.op) {
    case 'rect':
      return rect(op.box, op.fill)
    case 'line':
      return line(op)
    case 'path': {
      const place = `translate(${exact(op.box.x)} ${exact(op.box.y)}) scale(${exact(op.scale)})`
      const crisp = op.role === 'symbol' ? ' shape-rendering="crispEdges"' : ''
      return `<path fill="${op.fill}" fill-rule="evenodd"${crisp} transform="${place}" d="${op.d}"/>`
    }
    case 'placed-text':
      // Strokes of a glyph may overlap, which the even-odd rule would punch out; only a missing character's frame needs it.
      return `<path fill="${op.fill}"${op.missing.length > 0 ? ' fill-rule="evenodd"' : ''} d="${textPath(op)}"/>`
    default:
      return op satisfies never
  }
}

const rect = ({ x, y, width, height }: Box, fill: string): string =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${fill}"/>`

const line = ({ from, to, width, stroke }: LineOp): string =>
  `<path stroke="${stroke}" stroke-width="${short(width)}" d="M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}"/>`

/** The symbol's place keeps more digits: a module is a whole number of printer dots. */
const exact = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** Controls and halves of characters are not allowed in XML, not even escaped. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
