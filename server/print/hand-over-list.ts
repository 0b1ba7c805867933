import { formatLabel, formatSerial, formatTime, type Words } from './card-model.ts'
import type { DrawOp } from './drawing.ts'
import { type SheetCard, type SheetGroup, type SheetOrder, SHEET_WORDS } from './sheet-model.ts'
import { A4 } from './sheet-page.ts'
import { BLACK, both, FIGURES, GREY, order, text } from './text-ops.ts'

const LEFT = 15
const TOP = 40
const ROW = 9
/** Rows that fit above the foot. */
export const ROWS_A_PAGE = 26
const WIDTH = A4.width - 2 * LEFT

type Column = { readonly words: Words; readonly width: number; readonly of: (card: SheetCard) => string }

/** What is printed, and two empty columns for the pen. */
const COLUMNS: readonly Column[] = [
  { words: SHEET_WORDS.number, width: 13, of: card => String(card.number) },
  { words: SHEET_WORDS.door, width: 27, of: card => card.door },
  { words: SHEET_WORDS.label, width: 36, of: formatLabel },
  { words: SHEET_WORDS.serial, width: 28, of: card => formatSerial(card.serial) },
  { words: SHEET_WORDS.receiver, width: 36, of: () => '' },
  { words: SHEET_WORDS.signature, width: 40, of: () => '' }
]

/** One page of the list that whoever receives a card signs. */
export function handOverPage(order_: SheetOrder, { title }: SheetGroup, cards: readonly SheetCard[], page: string): DrawOp[] {
  const [large, small] = order(SHEET_WORDS.list, order_.language)
  const head = [
    text(large, 7, { x: LEFT, y: 12, width: WIDTH * 0.6, height: 9 }, { weight: 700 }),
    text(small, 3.2, { x: LEFT, y: 20.6, width: WIDTH * 0.6, height: 4.2 }, { fill: GREY }),
    text(both(title, order_.language), 4.4, { x: LEFT, y: 25, width: WIDTH, height: 6 }, { weight: 700 }),
    text(order(order_.realm, order_.language)[0], 3, { x: LEFT + WIDTH * 0.6, y: 13, width: WIDTH * 0.4, height: 4 }, RIGHT),
    text(
      `${order_.by} · ${formatTime(order_.at)}`,
      2.8,
      { x: LEFT + WIDTH * 0.6, y: 17.4, width: WIDTH * 0.4, height: 4 },
      RIGHT
    ),
    text(page, 2.8, { x: LEFT + WIDTH * 0.6, y: 21.4, width: WIDTH * 0.4, height: 4 }, RIGHT)
  ]
  return [...head, ...headRow(order_), ...cards.flatMap((card, index) => row(card, TOP + ROW * index)), ...rules(cards.length)]
}

const RIGHT = { fill: GREY, align: 'right' } as const

const cells = <T>(make: (column: Column, x: number) => T): T[] => {
  let x = LEFT
  return COLUMNS.map(column => {
    const made = make(column, x)
    x += column.width
    return made
  })
}

const headRow = ({ language }: SheetOrder): DrawOp[] =>
  cells((column, x) =>
    text(both(column.words, language), 2.7, { x: x + 1, y: TOP - 6.4, width: column.width - 2, height: 5.4 }, { fill: GREY })
  )

const row = (card: SheetCard, y: number): DrawOp[] =>
  cells((column, x) =>
    text(
      column.of(card),
      3.8,
      { x: x + 1, y: y + 1, width: column.width - 2, height: ROW - 2 },
      column.words === SHEET_WORDS.label ? { weight: 700 } : FIGURES
    )
  ).filter(op => op.text !== '')

function rules(rows: number): DrawOp[] {
  const bottom = TOP + rows * ROW
  const line = (x1: number, y1: number, x2: number, y2: number): DrawOp => {
    return { op: 'line', from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, width: 0.2, stroke: BLACK }
  }
  const across = Array.from({ length: rows + 1 }, (_, index) => line(LEFT, TOP + index * ROW, LEFT + WIDTH, TOP + index * ROW))
  return [...across, ...cells((_, x) => line(x, TOP, x, bottom)), line(LEFT + WIDTH, TOP, LEFT + WIDTH, bottom)]
}
