import type { Readable } from 'node:stream'
import type { DrawOp, Point } from './drawing.ts'
import { handOverPage, ROWS_A_PAGE } from './hand-over-list.ts'
import { drawOps, newPdf, type Pdf } from './pdf.ts'
import { setOps } from './set-drawing.ts'
import { type SheetGroup, type SheetOrder, SHEET_WORDS } from './sheet-model.ts'
import { A4, cardsAPage, cellAt, cutMarks, GRIDS, heading, layoutCell } from './sheet-page.ts'
import { both } from './text-ops.ts'

/**
 * Sheets of cards as a PDF that is made while it is read: pages are written out as they fill, and only the glyphs that were
 * used, the list of pages and a group at a time stay in memory. When the reader goes away, the work ends; when a group
 * cannot be had, the stream is destroyed with the error.
 */
export function streamSheets(order: SheetOrder, groups: AsyncIterable<SheetGroup>): Readable {
  const pdf = newPdf({
    width: A4.width,
    height: A4.height,
    title: both(order.title, order.language),
    author: order.realm.zh,
    language: order.language === 'zh' ? 'zh-CN' : 'en',
    createdAt: order.at
  })
  const stream = pdf as unknown as Readable
  void write(pdf, stream, order, groups).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write(pdf: Pdf, stream: Readable, order: SheetOrder, groups: AsyncIterable<SheetGroup>): Promise<void> {
  const flow = flowOf(stream)
  let pages = 0
  const page = async (draw: () => Promise<void>): Promise<void> => {
    pdf.addPage()
    pages++
    await draw()
    await flow()
  }
  for await (const group of groups) {
    await writeCards(pdf, order, group, page, () => pages)
    if (order.layout !== 'household') await writeList(pdf, order, group, page)
    if (stream.destroyed) return
  }
  if (!stream.destroyed) pdf.end()
}

type PageOf = (draw: () => Promise<void>) => Promise<void>

async function writeCards(pdf: Pdf, order: SheetOrder, group: SheetGroup, page: PageOf, pageNumber: () => number): Promise<void> {
  const { layout, language } = order
  const most = cardsAPage(layout)
  for (let from = 0; from < group.cards.length && !isGone(pdf); from += most) {
    const cards = group.cards.slice(from, from + most)
    await page(async () => {
      const note = `#${cards[0]?.number}–${cards.at(-1)?.number} · ${both(SHEET_WORDS.page, language)} ${pageNumber()} · ${order.by}`
      await drawAt(pdf, [...cutMarks(GRIDS[layout]), ...heading(layout, both(group.title, language), note)], { x: 0, y: 0 })
      for (const [index, card] of cards.entries())
        await drawAt(pdf, layoutCell(layout, card, language), cellAt(GRIDS[layout], index))
    })
  }
}

async function writeList(pdf: Pdf, order: SheetOrder, group: SheetGroup, page: PageOf): Promise<void> {
  const pages = Math.ceil(group.cards.length / ROWS_A_PAGE)
  for (let at = 0; at < pages && !isGone(pdf); at++) {
    const cards = group.cards.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE)
    await page(() => drawAt(pdf, handOverPage(order, group, cards, `${at + 1} / ${pages}`), { x: 0, y: 0 }))
  }
}

const drawAt = async (pdf: Pdf, ops: readonly DrawOp[], at: Point): Promise<void> => drawOps(pdf, (await setOps(ops)).ops, at)

const isGone = (pdf: Pdf): boolean => (pdf as unknown as Readable).destroyed

/** Waits while the reader has more than enough to read, and lets other work in between. */
function flowOf(stream: Readable): () => Promise<void> {
  let wake = (): void => {}
  // The writer pushes as it likes and does nothing here: this is the reader's word that it wants more.
  stream._read = () => wake()
  stream.on('close', () => wake())
  return async () => {
    await new Promise(setImmediate)
    if (stream.destroyed || stream.readableLength < stream.readableHighWaterMark) return
    await new Promise<void>(resolve => {
      wake = resolve
    })
  }
}
