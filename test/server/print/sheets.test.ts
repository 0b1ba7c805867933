import { buffer } from 'node:stream/consumers'
import t from 'tap'
import { streamSheets } from '../../../server/print/render-sheets.ts'
import type { SheetCard, SheetGroup, SheetLayout, SheetOrder } from '../../../server/print/sheet-model.ts'
import { fitSymbol } from '../../../server/print/symbol-fit.ts'
import { codesOfPages, noPoppler, textOfPdf } from '../../support/read-pdf.ts'
import { cardOf, passText } from './sample-card.ts'

const order = (layout: SheetLayout): SheetOrder => ({
  layout,
  language: 'zh',
  title: { zh: '通行证', en: 'Passes' },
  realm: { zh: '测试街道', en: 'Test' },
  by: '工作者甲',
  at: 1_795_474_923
})

const LABELS = ['陈*明', '欧**月', '龑*', 'MARIA *', 'W'.repeat(40)]
function card(number: number, building: string): SheetCard {
  const label = LABELS[number % LABELS.length] as string
  const serial = 1000 + number
  return { ...cardOf({ text: passText({ serial, label }), label, serial }), building, door: `2-${number}03`, number }
}
async function* groups(...sizes: number[]): AsyncIterable<SheetGroup> {
  let number = 0
  for (const [at, size] of sizes.entries()) {
    const building = String(9 + at)
    const cards = Array.from({ length: size }, () => card(++number, building))
    yield { title: { zh: `凤凰小区 ${building}号楼`, en: `Phoenix ${building}` }, cards }
  }
}
const pdfOf = (layout: SheetLayout, ...sizes: number[]): Promise<Buffer> => buffer(streamSheets(order(layout), groups(...sizes)))

t.test(
  'every code on a rendered sheet is read, at least 35 mm wide, its modules at least 0.5 mm',
  { skip: noPoppler },
  async t => {
    for (const [layout, pages] of [
      ['id1', [10, 2, 0, 3, 0]],
      ['a6', [4, 4, 4, 0, 3, 0]],
      ['household', [8, 4, 3]]
    ] as const) {
      const read = await codesOfPages(await pdfOf(layout, 12, 3))
      t.same(
        read.map(({ length }) => length),
        pages,
        `${layout}: a building begins on a new sheet and ends with its list`
      )
      const codes = read.flat()
      const texts = Array.from({ length: 15 }, (_, at) => card(at + 1, '').text)
      t.same(new Set(codes.map(({ text }) => text)), new Set(texts), layout)
      t.ok(
        codes.every(({ width }) => width > 34.8),
        'as wide as it must be, but for the measuring'
      )
      t.ok(codes.every(({ module }) => module > 0.5))
      t.ok(
        codes.every(({ level }) => level === 'Q'),
        'with the protection that paper needs'
      )
    }
  }
)

t.test('the list to sign names number, door, masked name and serial of each card', { skip: noPoppler }, async t => {
  const text = textOfPdf(await pdfOf('id1', 30))
  t.match(text, /通行证发放签收表/)
  t.match(text, /领取人.*签名/)
  t.match(text, /1\s+2-103\s+欧\*\*月\s+0000-1001/)
  t.match(text, /30\s+2-3003\s+陈\*明\s+0000-1030/)
  t.match(text, /1\s*\/\s*2/)
})

t.test('the protection gives way before the modules become too small to print', async t => {
  const text = passText({ label: 'W'.repeat(40) })
  t.match(fitSymbol(text, 42), { level: 'Q' })
  const { level, module } = fitSymbol(text, 28)
  t.equal(level, 'M')
  t.ok(module >= 0.5)
  t.throws(() => fitSymbol(text, 20), /too few/)
})

t.test('a reader who is slow keeps no pages waiting in memory; one who goes away ends the work', async t => {
  let asked = 0
  async function* endless(): AsyncIterable<SheetGroup> {
    for (;;) {
      asked++
      yield* groups(1)
    }
  }
  const stream = streamSheets(order('id1'), endless())
  await new Promise(resolve => setTimeout(resolve, 1_500))
  const before = asked
  await new Promise(resolve => setTimeout(resolve, 300))
  t.equal(asked, before, 'it waits')
  t.ok(stream.readableLength < 200_000, `${stream.readableLength} bytes wait`)
  stream.resume()
  await new Promise(resolve => setTimeout(resolve, 200))
  t.ok(asked > before, 'it goes on')
  stream.destroy()
  await new Promise(resolve => setTimeout(resolve, 200))
  const end = asked
  await new Promise(resolve => setTimeout(resolve, 200))
  t.equal(asked, end, 'it ended')
})

t.test('a group that cannot be had ends the download with its error', async t => {
  async function* broken(): AsyncIterable<SheetGroup> {
    yield* groups(1)
    throw new Error('no disk')
  }
  await t.rejects(buffer(streamSheets(order('id1'), broken())), /no disk/)
})
