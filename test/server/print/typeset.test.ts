import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import t from 'tap'
import type { TextOp } from '../../../server/print/drawing.ts'
import { loadFonts } from '../../../server/print/fonts.ts'
import { splitAtBreaks } from '../../../server/print/line-breaks.ts'
import { type PlacedText, placeText } from '../../../server/print/typeset.ts'
import { unwrapWoff } from '../../../server/print/woff.ts'

const { resolve } = createRequire(import.meta.url)

const op = (text: string, changes: Partial<TextOp> = {}): TextOp => ({
  op: 'text',
  text,
  box: { x: 10, y: 20, width: 50, height: 12 },
  size: 10,
  weight: 400,
  fill: '#000000',
  align: 'left',
  wrap: true,
  ...changes
})
const place = async (text: string, changes: Partial<TextOp> = {}): Promise<PlacedText> =>
  placeText(op(text, changes), await loadFonts([{ text, weight: 400 }]))
const linesOf = (placed: PlacedText): string[] => placed.lines.map(line => line.runs.map(run => run.text).join(''))

t.test(
  'a line may end between Chinese characters and after spaces and hyphens, never before closing or after opening marks',
  t => {
    t.same(splitAtBreaks('凤凰（东区）A栋'), ['凤', '凰', '（东', '区）', 'A', '栋'])
    t.same(splitAtBreaks('Jean-Luc P. Smith'), ['Jean-', 'Luc ', 'P. ', 'Smith'])
    t.same(splitAtBreaks('阿***·***'), ['阿***·***'])
    t.same(splitAtBreaks('𠮷田，e\u0301x'), ['𠮷', '田，', 'e\u0301x'])
    t.same(splitAtBreaks(''), [])
    t.end()
  }
)

t.test('a text that fits keeps its size, in the middle of its box', async t => {
  const placed = await place('人员')
  t.equal(placed.size, 10)
  t.equal(placed.lines[0]?.width, 20)
  t.match(await place('人员', { align: 'right' }), { lines: [{ x: 40 }] })
  t.match(await place('人员', { align: 'center' }), { lines: [{ x: 25 }] })
  t.ok(Math.abs((placed.lines[0]?.baseline ?? 0) - (20 + 9.8)) < 1e-9)
})

t.test('a long text takes the larger of one shrunk line and several lines of about the same length', async t => {
  const oneLine = await place('人员通行证明')
  t.same(linesOf(oneLine), ['人员通行证明'])
  t.ok(oneLine.size > 8 && oneLine.size <= 50 / 6)
  const twoLines = await place('人员通行证人员通行证人员通行证明')
  t.same(linesOf(twoLines), ['人员通行证人员通', '行证人员通行证明'], 'not fifteen and one')
  t.ok(twoLines.size * 2 * 1.2 <= 12 + 1e-6)
})

t.test('a text that may not wrap stays on its line', async t => {
  const placed = await place('2026-12-08 08:00 2026-12-08 08:00', { wrap: false })
  t.equal(placed.lines.length, 1)
  t.ok((placed.lines[0]?.width ?? 99) <= 50)
})

t.test('a text of nothing visible takes no room', async t => {
  t.match(await place(' \u200b\n'), { lines: [], missing: [], bounds: { width: 0, height: 0 } })
})

t.test('characters of several font files stand side by side, and what no file has takes the room of a box', async t => {
  const placed = await place('龑明𠮷한')
  const runs = placed.lines[0]?.runs ?? []
  t.same(
    runs.map(run => [run.text, run.face === null]),
    [
      ['龑', false],
      ['明', false],
      ['𠮷', true],
      ['한', true]
    ]
  )
  t.same(placed.missing, ['𠮷', '한'])
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]
    if (before !== undefined) t.ok(Math.abs(before.x + before.width - run.x) < 1e-9, run.text)
    t.ok(run.width > 0.9 * placed.size)
  }
})

t.test('a letter keeps its marks together when a font has both', async t => {
  const placed = await place('a\u0300b')
  t.same(placed.missing, [])
  t.ok(placed.lines[0]?.runs.some(run => run.text.includes('a\u0300')))
})

t.test('an unwrapped font has the outlines and widths of the wrapped one', async t => {
  const woff = await readFile(resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-700-normal.woff'))
  const [wrapped, unwrapped] = [create(woff), create(unwrapWoff(woff))]
  const [a, b] = [wrapped.layout('PASS 2026·é', []), unwrapped.layout('PASS 2026·é', [])]
  t.equal(a.advanceWidth, b.advanceWidth)
  t.same(
    a.glyphs.map(glyph => glyph.path.commands),
    b.glyphs.map(glyph => glyph.path.commands)
  )
})

t.test('bytes that are no WOFF are refused', t => {
  for (const bytes of [new Uint8Array(), new Uint8Array(64), Buffer.from(`wOF2${'x'.repeat(60)}`)])
    t.throws(() => unwrapWoff(bytes), RangeError)
  t.end()
})
