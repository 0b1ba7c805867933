import { CARD, layoutCard } from './card-layout.ts'
import type { CardLanguage } from './card-model.ts'
import type { DrawOp, Point } from './drawing.ts'
import { type SheetCard, type SheetLayout, SHEET_WORDS } from './sheet-model.ts'
import { layoutSmallCard, SMALL_CARD } from './small-card.ts'
import { BLACK, GREY, text } from './text-ops.ts'

/** ISO 216 A4, portrait. */
export const A4 = { width: 210, height: 297 } as const

export type SheetGrid = {
  readonly columns: number
  readonly rows: number
  readonly cell: { readonly width: number; readonly height: number }
  /** Upper left corner of the first cell. */
  readonly origin: Point
}

const smallGrid = (rows: number, top: number): SheetGrid => ({
  columns: 2,
  rows,
  cell: SMALL_CARD,
  origin: { x: (A4.width - 2 * SMALL_CARD.width) / 2, y: top }
})

export const GRIDS: Readonly<Record<SheetLayout, SheetGrid>> = {
  id1: smallGrid(5, (A4.height - 5 * SMALL_CARD.height) / 2),
  a6: { columns: 2, rows: 2, cell: CARD, origin: { x: 0, y: 0.5 } },
  // Below a heading.
  household: smallGrid(4, 46)
}

export const cardsAPage = (layout: SheetLayout): number => GRIDS[layout].columns * GRIDS[layout].rows

/** A cut mark's length, and how far from the card it stays, in millimetres: no mark is left on a card that is cut beside it. */
const MARK = 4
const GAP = 1

/** Marks in the margins at every edge of a card; between cards, which touch, the same cut serves both. */
export function cutMarks({ columns, rows, cell, origin }: SheetGrid): DrawOp[] {
  const right = origin.x + columns * cell.width
  const bottom = origin.y + rows * cell.height
  const line = (x1: number, y1: number, x2: number, y2: number): DrawOp => ({
    op: 'line',
    from: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
    width: 0.15,
    stroke: BLACK
  })
  const marks: DrawOp[] = []
  for (let column = 0; column <= columns; column++) {
    const x = origin.x + column * cell.width
    marks.push(line(x, origin.y - GAP - MARK, x, origin.y - GAP), line(x, bottom + GAP, x, bottom + GAP + MARK))
  }
  for (let row = 0; row <= rows; row++) {
    const y = origin.y + row * cell.height
    marks.push(line(origin.x - GAP - MARK, y, origin.x - GAP, y), line(right + GAP, y, right + GAP + MARK, y))
  }
  return marks
}

export const cellAt = ({ columns, cell, origin }: SheetGrid, index: number): Point => ({
  x: origin.x + (index % columns) * cell.width,
  y: origin.y + Math.floor(index / columns) * cell.height
})

export const layoutCell = (layout: SheetLayout, card: SheetCard, language: CardLanguage): readonly DrawOp[] =>
  layout === 'a6' ? [...layoutCard(card, language).ops, stackNumber(card)] : layoutSmallCard(card, language)

/** Where the card belongs in the stack: its place on the list to sign. */
const stackNumber = ({ number, building }: SheetCard): DrawOp =>
  text(`#${number} · ${SHEET_WORDS.building.zh} ${building}`, 2.4, { x: 6, y: 141.6, width: 60, height: 3 }, { fill: GREY })

/** What stands above the cards of a sheet, so that a stack that fell down can be put in order again. */
export function heading(layout: SheetLayout, title: string, note: string): DrawOp[] {
  const { origin, columns, cell } = GRIDS[layout]
  const box = { x: origin.x, width: columns * cell.width }
  if (layout === 'household')
    return [
      text(SHEET_WORDS.household.zh, 8, { ...box, y: 14, height: 10 }, { weight: 700 }),
      text(SHEET_WORDS.household.en, 3.4, { ...box, y: 24, height: 4.4 }, { fill: GREY }),
      text(title, 5, { ...box, y: 29, height: 7 }, { weight: 700 }),
      text(note, 2.6, { ...box, y: 36.4, height: 3.4 }, { fill: GREY })
    ]
  if (layout === 'a6') return [] // the cards fill the sheet; each carries its number
  return [
    text([title, note].join('   '), 2.6, { ...box, x: box.x + 3, width: box.width - 6, y: 3.4, height: 3.6 }, { fill: GREY })
  ]
}
