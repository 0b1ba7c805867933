import t from 'tap'
import { EMBLEMS } from '../../../server/print/card-emblems.ts'
import { layoutCard } from '../../../server/print/card-layout.ts'
import { QUIET_ZONE_MODULES } from '../../../server/print/symbol-fit.ts'
import type { CardModel } from '../../../server/print/card-model.ts'
import type { Box, PathOp } from '../../../server/print/drawing.ts'
import { type SetDrawing, setDrawing } from '../../../server/print/set-drawing.ts'
import type { PlacedText } from '../../../server/print/typeset.ts'
import { cardOf, KINDS, passText } from './sample-card.ts'

const SITE_ZH = '中铁逸都国际城市花园东区第三期南苑小区一号院至九号院联合管理处'.slice(0, 30)
const SITE_EN = 'Longwood International Garden East District Phase 3, Yard 19'
const longSite = { number: 65_535, name: SITE_ZH, nameEn: SITE_EN }
const longest: Partial<CardModel> = {
  label: 'W'.repeat(40),
  site: longSite,
  realm: { name: `${SITE_ZH}${SITE_ZH}`, nameEn: `${SITE_EN} ${SITE_EN}` },
  statusNote: { zh: '已被新证替代，请勿使用', en: 'Superseded by a newer pass, do not use' },
  serial: 0xffffff
}

const CARDS: readonly (readonly [string, CardModel])[] = [
  ...KINDS.map(kind => [kind, cardOf(kind === 'vehicle' ? { kind, label: '鲁AD12345', documentTail: null } : { kind })] as const),
  ...KINDS.map(kind => [`${kind} with the longest texts`, cardOf({ ...longest, kind })] as const),
  ['a minority name', cardOf({ label: '阿***·***' })],
  ['a foreign name', cardOf({ label: 'K*** M*** J***' })],
  ['forty bytes of Chinese', cardOf({ label: '阿卜杜热合曼·买买提明江大' })],
  ['forty bytes with a hyphen', cardOf({ label: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF-JOHN' })],
  ['a name that no font has', cardOf({ label: '𠮷*𠮷' })],
  ['all sites, no English names', cardOf({ site: null, realm: { name: '舜华路街道', nameEn: '' } })]
]
const LANGUAGES = ['zh', 'en'] as const

const textsOf = (drawing: SetDrawing): PlacedText[] => drawing.ops.filter(op => op.op === 'placed-text')
const wordsOf = (drawing: SetDrawing): string[] => textsOf(drawing).map(text => text.text)
const symbolOf = (drawing: Pick<SetDrawing, 'ops'>): PathOp => {
  const found = drawing.ops.find((op): op is PathOp => op.op === 'path' && op.role === 'symbol')
  if (found === undefined) throw new Error('the card has no symbol')
  return found
}
const areaOf = ({ box, scale }: PathOp): Box => {
  const quiet = QUIET_ZONE_MODULES * scale
  return { x: box.x - quiet, y: box.y - quiet, width: box.width + 2 * quiet, height: box.height + 2 * quiet }
}
const boundsOf = (op: SetDrawing['ops'][number]): Box => {
  if (op.op === 'placed-text') return op.bounds
  if (op.op !== 'line') return op.box
  const [x, y] = [Math.min(op.from.x, op.to.x), Math.min(op.from.y, op.to.y)]
  return { x, y, width: Math.abs(op.from.x - op.to.x), height: Math.abs(op.from.y - op.to.y) }
}
/** Millimetres; kerning across a break may differ from that within a line. */
const SLACK = 0.05
const overlap = (a: Box, b: Box): boolean =>
  a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width && a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height
const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.width <= outer.x + outer.width + SLACK &&
  inner.y + inner.height <= outer.y + outer.height + SLACK

t.test('nothing leaves the page, no text touches another or the quiet zone', async t => {
  for (const [name, model] of CARDS) {
    for (const language of LANGUAGES) {
      const drawing = await setDrawing(layoutCard(model, language))
      const texts = textsOf(drawing)
      const quiet = areaOf(symbolOf(drawing))
      const page = { x: 0, y: 0, width: 105, height: 148 }
      const printable = { x: 5, y: 4.5, width: 95, height: 139 }
      t.ok(
        drawing.ops.every(op => isWithin(boundsOf(op), page)),
        `${name}, ${language}: all on the page`
      )
      t.ok(
        texts.every(text => isWithin(text.bounds, printable)),
        `${name}, ${language}: texts in the printable area`
      )
      t.ok(
        isWithin(quiet, { x: 2.5, y: 2.5, width: 100, height: 143 }),
        `${name}, ${language}: quiet zone inside the cutting line`
      )
      const pairs = texts.flatMap((a, index) => texts.slice(index + 1).map(b => [a, b] as const))
      t.same(
        pairs.filter(([a, b]) => overlap(a.bounds, b.bounds)).map(pair => pair.map(text => text.text)),
        [],
        `${name}, ${language}: texts apart`
      )
      const others = drawing.ops.filter(op => !(op.op === 'path' && op.role === 'symbol'))
      t.same(
        others.filter(op => overlap(boundsOf(op), quiet)),
        [],
        `${name}, ${language}: quiet zone empty`
      )
    }
  }
})

t.test('a text is shrunk and wrapped, never cut', async t => {
  for (const [name, model] of CARDS) {
    for (const text of textsOf(await setDrawing(layoutCard(model, 'zh')))) {
      const drawn = text.lines.map(line => line.runs.map(run => run.text).join('')).join('')
      t.equal(drawn.replaceAll(' ', ''), text.text.replaceAll(' ', ''), name)
    }
  }
})

t.test(
  'the code is at least 52 mm wide at level Q, its modules whole dots of a 300 dpi printer and over half a millimetre',
  t => {
    const dot = 25.4 / 300
    for (const label of ['陈*', '欧**月', 'K*** M*** J***', 'W'.repeat(40)]) {
      const { box, scale } = symbolOf({
        ops: layoutCard(cardOf({ label, text: passText({ label }) }), 'zh').ops as SetDrawing['ops']
      })
      t.ok(box.width >= 52 && box.width <= 54.5, `${label}: ${box.width} mm`)
      t.equal(box.width, box.height)
      t.ok(scale >= 0.5, `${label}: ${scale} mm a module`)
      for (const length of [scale, box.x, box.y]) t.ok(Math.abs(length / dot - Math.round(length / dot)) < 1e-6, 'on the dots')
    }
    t.end()
  }
)

t.test('both languages say what a volunteer compares, the chosen one larger', async t => {
  const sizeOf = (drawing: SetDrawing, text: string): number => textsOf(drawing).find(op => op.text === text)?.size ?? 0
  const [zh, en] = [await setDrawing(layoutCard(cardOf(), 'zh')), await setDrawing(layoutCard(cardOf(), 'en'))]
  for (const drawing of [zh, en]) {
    const words = wordsOf(drawing).join('\n')
    for (const fact of [
      '陈*明',
      '123X',
      '0012-3456',
      '2026-11-24 08:00',
      '2026-12-08 08:00',
      '2026-11-24 07:02',
      '17',
      '以扫码为准'
    ])
      t.match(words, fact)
    t.match(words, 'Only a scan shows whether it is valid')
    for (const fact of ['舜华路街道办事处', 'Shunhua Road', '凤凰国际小区', 'Phoenix International', '有效期至', 'Valid until'])
      t.match(words, fact)
  }
  t.ok(sizeOf(zh, '人员通行证') > 2 * sizeOf(zh, 'PERSON PASS'))
  t.ok(sizeOf(en, 'PERSON PASS') > 1.5 * sizeOf(en, '人员通行证'))
  t.ok(sizeOf(zh, '陈*明') >= 10, 'the name is ten millimetres high')
  t.ok(sizeOf(zh, '2026-12-08 08:00') > 2 * sizeOf(zh, '2026-11-24 08:00'), 'the end is the largest time')
})

t.test('a pass for every site says so, and a pass without a document has no tail', async t => {
  const words = wordsOf(await setDrawing(layoutCard(cardOf({ site: null, documentTail: null }), 'zh'))).join('\n')
  t.match(words, '全部小区')
  t.match(words, 'All sites')
  t.notMatch(words, '证件尾号')
})

t.test('a missing English name leaves its place to the Chinese one', async t => {
  const model = cardOf({ site: { number: 3, name: '三庆', nameEn: ' ' }, realm: { name: '舜华路街道', nameEn: '' } })
  for (const language of LANGUAGES) {
    const words = wordsOf(await setDrawing(layoutCard(model, language)))
    t.ok(words.includes('三庆') && words.includes('舜华路街道') && words.includes('Site 3'), language)
  }
})

t.test('a drill says so in large words of both languages and that it opens no gate; no other card does', async t => {
  for (const kind of KINDS) {
    const texts = textsOf(await setDrawing(layoutCard(cardOf({ kind }), 'zh')))
    const marks = texts.filter(text => /演练|DRILL/.test(text.text))
    if (kind !== 'drill') t.same(marks, [], kind)
    else {
      t.ok(marks.filter(text => /演练/.test(text.text) && text.size >= 6.5).length >= 2, 'twice, readable from afar')
      t.ok(marks.some(text => /DRILL/.test(text.text) && text.size >= 6.5))
      t.match(texts.map(text => text.text).join('\n'), /不得放行[\s\S]*never opens a gate/)
    }
  }
})

t.test('the state of a pass at printing stands on the card in both languages', async t => {
  const words = wordsOf(await setDrawing(layoutCard(cardOf({ statusNote: { zh: '暂停', en: 'ON HOLD' } }), 'zh')))
  t.ok(words.includes('暂停') && words.includes('ON HOLD'))
})

t.test('kinds differ without colour: each has its own pictogram and its own pattern; words on the band have 7:1 contrast', t => {
  const emblems = KINDS.map(kind => EMBLEMS[kind])
  t.equal(new Set(emblems.map(emblem => emblem.pictogram)).size, KINDS.length)
  t.equal(new Set(emblems.map(emblem => emblem.pattern(9, 21))).size, KINDS.length)
  for (const { band, ink } of emblems) t.ok(contrast(band, ink) >= 7, `${ink} on ${band}`)
  t.end()
})

t.test('the same card is laid out alike every time', async t => {
  t.same(layoutCard(cardOf(), 'zh'), layoutCard(cardOf(), 'zh'))
})

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
