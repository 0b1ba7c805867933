import { inflateSync } from 'node:zlib'
import t from 'tap'
import type { CardModel } from '../../../server/print/card-model.ts'
import { type CardFormat, card } from '../../../server/print/index.ts'
import { chunksOf, readByJsqr, readByZxing, readPixels } from './read-png.ts'
import { cardOf, KINDS, passText } from './sample-card.ts'

const FORMATS: readonly CardFormat[] = ['pdf', 'svg', 'png']
const bodyOf = async (model: CardModel, format: CardFormat): Promise<Buffer> =>
  Buffer.from((await card(model, { format, language: 'zh' })).body)

t.test('two other decoders read the code on every kind of card, in version 8 at level Q', async t => {
  for (const kind of KINDS) {
    const fields = kind === 'vehicle' ? { kind, label: '鲁AD12345', documentTail: null } : { kind }
    const text = passText(fields)
    const png = await bodyOf(cardOf({ ...fields, text }), 'png')
    t.match(await readByZxing(png), { text, version: '8', ecLevel: 'Q' }, kind)
    t.same(readByJsqr(png), { text, version: 8 }, kind)
  }
})

t.test('a card with the longest label is still read', async t => {
  const label = 'W'.repeat(40)
  const text = passText({ label })
  t.equal((await readByZxing(await bodyOf(cardOf({ label, text }), 'png')))?.text, text)
})

t.test('the PNG is an A6 page of 300 dpi, says so, and has sharp modules and a white margin', async t => {
  const png = await bodyOf(cardOf(), 'png')
  const { width, height, data } = readPixels(png)
  t.same([width, height], [1240, 1748])
  t.equal(chunksOf(png).get('pHYs')?.readUInt32BE(0), 11811, 'dots a metre')
  const valueAt = (x: number, y: number): number => data[4 * (y * width + x)] as number
  const values = (x0: number, y0: number, x1: number, y1: number): Set<number> => {
    const found = new Set<number>()
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) found.add(valueAt(x, y))
    return found
  }
  t.same(values(94, 969, 94 + 637, 969 + 637), new Set([0, 255]), 'no grey pixel in the code')
  t.same(values(0, 0, width, 24), new Set([255]), 'upper margin')
  t.same(values(0, 0, 24, height), new Set([255]), 'left margin')
  t.same(values(width - 24, 0, width, height), new Set([255]), 'right margin')
  t.same(values(0, height - 24, width, height), new Set([255]), 'lower margin')
})

t.test('the PDF is one A6 page that viewers print at true size', async t => {
  const pdf = (await bodyOf(cardOf(), 'pdf')).toString('latin1')
  t.match(pdf, /^%PDF-1\.7/)
  const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  t.equal(pages.length, 1)
  t.same(
    pages[0]?.slice(1).map(points => Math.round((Number(points) * 25.4) / 72)),
    [105, 148]
  )
  t.match(pdf, '/PrintScaling /None')
  t.same(
    [...new Set(pdf.match(/\d{4}-?\d\d-?\d\dT?\d\d:?\d\d:?\d\dZ/g))],
    ['20261123230203Z', '2026-11-23T23:02:03Z'],
    'issue, no other time'
  )
})

t.test('the PDF embeds its fonts and its words can be found', async t => {
  const body = await bodyOf(cardOf({ label: '龑*明' }), 'pdf')
  const streams = inflatedStreams(body)
  const unicode = streams.filter(stream => stream.includes('beginbfrange') || stream.includes('beginbfchar')).join('\n')
  for (const char of '龑明人员通行证凤凰2P')
    t.match(unicode, new RegExp(char.charCodeAt(0).toString(16).padStart(4, '0'), 'i'), char)
  t.equal(body.toString('latin1').match(/\/FontFile2 /g)?.length, 3, 'regular, bold, and the slice of a rare surname')
  t.ok(body.length < 60_000, `${body.length} bytes: subsets, not whole fonts`)
})

t.test('the SVG needs no font and survives hostile names', async t => {
  const model = cardOf({ label: '<a>&"', realm: { name: '</title>\u0001\ud800', nameEn: '' } })
  const svg = (await bodyOf(model, 'svg')).toString()
  t.notMatch(svg, /<text|font-family|<a>|\p{Cc}(?<!\n)/u)
  t.match(svg, /shape-rendering="crispEdges" transform/, 'no seams between the rows of modules at any zoom')
  t.match(svg, 'width="105mm" height="148mm" viewBox="0 0 105 148"')
  t.match(svg, '<title>人员通行证 &lt;a&gt;&amp;&quot;</title>')
  await t.resolves(bodyOf(model, 'png'), 'a parser accepts it')
  await t.resolves(bodyOf(model, 'pdf'))
})

t.test('a character that no font has is drawn as a box and reported once; rare surnames come from their slice', async t => {
  for (const format of FORMATS) {
    const rare = await card(cardOf({ label: '𠮷*𠮷' }), { format, language: 'en' })
    t.same(rare.missing, ['𠮷'], format)
    t.notOk(Buffer.from(rare.body).equals(await bodyOf(cardOf({ label: '*' }), format)))
    for (const label of ['龑*', '阮·Nguyễn*', 'Đ* Ñ*', 'Иван*']) {
      t.same((await card(cardOf({ label }), { format, language: 'zh' })).missing, [], `${label} ${format}`)
    }
  }
  const [box, none] = await Promise.all([bodyOf(cardOf({ label: '𠮷' }), 'png'), bodyOf(cardOf({ label: '陈' }), 'png')])
  t.ok(inkInName(box) > 1000, 'the box is seen')
  t.not(inkInName(box), inkInName(none))
})

t.test('invisible characters are neither drawn nor missing', async t => {
  const { missing, body } = await card(cardOf({ label: '葛\u{e0100}*' }), { format: 'svg', language: 'zh' })
  t.same(missing, [])
  const plain = (await bodyOf(cardOf({ label: '葛*' }), 'svg')).toString()
  t.equal(Buffer.from(body).toString().replace('\u{e0100}', ''), plain)
})

t.test('the same card gives the same bytes in every format, whatever was printed before', async t => {
  const model = cardOf({ label: '骉*明' })
  for (const format of FORMATS) {
    const first = await bodyOf(model, format)
    await bodyOf(cardOf({ label: '𠮷龘燚', kind: 'work' }), format)
    t.ok(first.equals(await bodyOf(model, format)), format)
  }
})

t.test('many cards at once come out as one by one', async t => {
  const models = KINDS.map(kind => cardOf({ kind }))
  const together = await Promise.all(models.map(model => bodyOf(model, 'pdf')))
  for (const [index, model] of models.entries()) t.ok(together[index]?.equals(await bodyOf(model, 'pdf')), model.kind)
})

t.test('each format names its content type', async t => {
  const types = await Promise.all(FORMATS.map(async format => (await card(cardOf(), { format, language: 'zh' })).contentType))
  t.same(types, ['application/pdf', 'image/svg+xml; charset=utf-8', 'image/png'])
})

/** Dark pixels where the name stands. */
function inkInName(png: Uint8Array): number {
  const { width, data } = readPixels(png)
  let ink = 0
  for (let y = 490; y < 650; y++) for (let x = 70; x < 1170; x++) if ((data[4 * (y * width + x)] as number) < 128) ink++
  return ink
}

/** The compressed ones; the metadata stand there in clear. */
function inflatedStreams(pdf: Buffer): string[] {
  const streams: string[] = []
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('endstream', at)
    const isCompressed = pdf.lastIndexOf('/FlateDecode', at) > pdf.lastIndexOf(' obj', at)
    if (isCompressed) streams.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'))
    at = end + 9
  }
  return streams
}
