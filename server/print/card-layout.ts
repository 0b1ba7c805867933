import { EMBLEM_UNITS, EMBLEMS } from './card-emblems.ts'
import {
  type CardKind,
  type CardLanguage,
  type CardModel,
  formatLabel,
  formatSerial,
  formatTime,
  type Words
} from './card-model.ts'
import { KIND_WORDS, LABEL_WORDS, WORDS } from './card-words.ts'
import type { Box, Drawing, DrawOp, TextOp } from './drawing.ts'
import { fitSymbol, symbolOp } from './symbol-fit.ts'
import { BLACK, BOLD, both, FIGURES, GREY, order, other, type Style, text } from './text-ops.ts'

/** ISO 216 A6, portrait. */
export const CARD = { width: 105, height: 148 } as const
/** Office printers leave up to 5 mm of a sheet white. */
const LEFT = 6
const RIGHT = CARD.width - LEFT
const WIDTH = RIGHT - LEFT
const CUTTING_LINE = '#b5b5b5'

const SYMBOL_WIDTH = 54.1
const SYMBOL_LEFT = 8
const SYMBOL_TOP = 82
/** Right of the symbol's quiet zone. */
const SIDE_LEFT = 67.5
const SIDE: Pick<Box, 'x' | 'width'> = { x: SIDE_LEFT, width: RIGHT - SIDE_LEFT }
const SIDE_BOTTOM = 141

/** The card as drawing operations; the larger words are those of `language`, the other language stands beside. */
export function layoutCard(model: CardModel, language: CardLanguage): Drawing {
  const name = formatLabel(model)
  const ops = [frame, realm, band, holder, site, validity, code, side].flatMap(part => part(model, language))
  return {
    ...CARD,
    title: `${KIND_WORDS[model.kind][language]} ${name}`,
    author: model.realm.name,
    language: language === 'zh' ? 'zh-CN' : 'en',
    createdAt: model.issuedAt,
    ops: ops.filter(op => op.op !== 'text' || op.text.trim() !== '')
  }
}

type Part = (model: CardModel, language: CardLanguage) => readonly DrawOp[]

/** Where to cut when the card comes out on a larger sheet. */
const frame: Part = () => {
  const [near, right, bottom] = [2.5, CARD.width - 2.5, CARD.height - 2.5]
  const side = (x1: number, y1: number, x2: number, y2: number): DrawOp => {
    return { op: 'line', from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, width: 0.15, stroke: CUTTING_LINE }
  }
  return [
    side(near, near, right, near),
    side(right, near, right, bottom),
    side(right, bottom, near, bottom),
    side(near, bottom, near, near)
  ]
}

const realm: Part = (model, language) => {
  const [large, small] = order({ zh: model.realm.name, en: model.realm.nameEn }, language)
  return [
    text(large, 3.9, { x: LEFT, y: 5, width: WIDTH, height: 4.8 }, BOLD),
    text(small, 2.6, { x: LEFT, y: 9.8, width: WIDTH, height: 3.3 }, { fill: GREY })
  ]
}

const BAND: Box = { x: LEFT, y: 13.8, width: WIDTH, height: 21.4 }
const PLATE: Box = { x: BAND.x + 1.7, y: BAND.y + 1.7, width: 18, height: 18 }
const STRIP: Box = { x: RIGHT - 9, y: BAND.y, width: 9, height: BAND.height }

const band: Part = (model, language) => {
  const emblem = EMBLEMS[model.kind]
  const [large, small] = bandWords(model.kind, language)
  const words = { x: PLATE.x + PLATE.width + 2, width: STRIP.x - PLATE.x - PLATE.width - 3.4 }
  const inset = 1
  const pictogram = { x: PLATE.x + inset, y: PLATE.y + inset, width: PLATE.width - 2 * inset, height: PLATE.height - 2 * inset }
  return [
    { op: 'rect', box: BAND, fill: emblem.band },
    { op: 'rect', box: PLATE, fill: emblem.ink },
    {
      op: 'path',
      role: 'ornament',
      d: emblem.pictogram,
      box: pictogram,
      scale: pictogram.width / EMBLEM_UNITS,
      fill: emblem.band
    },
    { op: 'path', role: 'ornament', d: emblem.pattern(STRIP.width, STRIP.height), box: STRIP, scale: 1, fill: emblem.ink },
    text(large, 12, { ...words, y: BAND.y + 0.4, height: 14.6 }, { weight: 700, fill: emblem.ink }),
    text(small, 4.6, { ...words, y: BAND.y + 15, height: 5.6 }, { weight: 700, fill: emblem.ink })
  ]
}

/** A drill says so in both languages at full size, and what it is not good for beneath. */
const bandWords = (kind: CardKind, language: CardLanguage): readonly [string, string] =>
  kind === 'drill'
    ? [both(KIND_WORDS.drill, language), order(WORDS.drillOnly, other(language))[0]]
    : order(KIND_WORDS[kind], language)

const holder: Part = (model, language) => {
  const row = { y: 36.4, height: 5.2 }
  const tail = model.documentTail
  const caption = text(both(LABEL_WORDS[model.kind], language), 2.8, { x: LEFT, width: 32, ...row }, { fill: GREY })
  const label = text(formatLabel(model), 11.8, { x: LEFT, y: 41.2, width: WIDTH, height: 14.2 }, BOLD)
  if (tail === null) return [caption, label]
  const tailCaption = { x: 38, width: 47.6, ...row }
  return [
    caption,
    text(both(WORDS.documentTail, language), 2.8, tailCaption, { fill: GREY, align: 'right' }),
    text(tail, 4.3, { x: 87, width: RIGHT - 87, ...row }, { ...FIGURES, align: 'right' }),
    label
  ]
}

const site: Part = (model, language) => {
  const words = model.site === null ? WORDS.allSites : { zh: model.site.name, en: model.site.nameEn }
  const [large, small] = order(words, language)
  const number = model.site === null ? '' : `${WORDS.site.en} ${model.site.number}`
  return [
    text(large, 6.6, { x: LEFT, y: 55.2, width: WIDTH, height: 8 }, BOLD),
    text([small, number].filter(part => part !== '').join('·'), 3, { x: LEFT, y: 63, width: WIDTH, height: 3.7 }, { fill: GREY })
  ]
}

const validity: Part = (model, language) => {
  const [large, small] = order(WORDS.until, language)
  const caption = { x: LEFT, width: 17 }
  return [
    { op: 'line', from: { x: LEFT, y: 67.2 }, to: { x: RIGHT, y: 67.2 }, width: 0.3, stroke: BLACK },
    text(large, 3.6, { ...caption, y: 68.2, height: 4.4 }, { ...BOLD, wrap: false }),
    text(small, 2.7, { ...caption, y: 72.6, height: 3.4 }, { fill: GREY, wrap: false }),
    text(formatTime(model.end), 8.6, { x: 24, y: 67.4, width: RIGHT - 24, height: 10 }, { ...FIGURES, align: 'right' })
  ]
}

const code: Part = model => [symbolOp(fitSymbol(model.text, SYMBOL_WIDTH), SYMBOL_LEFT, SYMBOL_TOP)]

/** The column beside the code: facts from above, warnings in the middle, at the foot what alone counts. */
const side: Part = (model, language) => [
  ...fact(78.6, both(WORDS.from, language), formatTime(model.start), 3.7),
  ...fact(87.4, both(WORDS.serial, language), formatSerial(model.serial), 5.4),
  ...fact(98.2, both(WORDS.issued, language), formatTime(model.issuedAt), 3.4),
  ...notices(model, language),
  ...closing(model.kind === 'drill' ? WORDS.drillOnly : WORDS.scanOnly, language)
]

const fact = (y: number, caption: string, value: string, size: number): TextOp[] => [
  text(caption, 2.6, { ...SIDE, y, height: 3.2 }, { fill: GREY }),
  text(value, size, { ...SIDE, y: y + 3.1, height: size * 1.22 }, FIGURES)
]

const NOTICES_TOP = 107.4
const NOTICES_BOTTOM = 123.4
const NOTICE_GAP = 1

/** White on black, so that no printer hides them; two share the room of one. */
function notices(model: CardModel, language: CardLanguage): DrawOp[] {
  const notes = [
    ...(model.statusNote === undefined ? [] : [model.statusNote]),
    ...(model.kind === 'drill' ? [KIND_WORDS.drill] : [])
  ]
  const height = (NOTICES_BOTTOM - NOTICES_TOP - NOTICE_GAP * (notes.length - 1)) / notes.length
  return notes.flatMap((note, index) =>
    notice(note, language, { ...SIDE, y: NOTICES_TOP + index * (height + NOTICE_GAP), height })
  )
}

function notice(note: Words, language: CardLanguage, box: Box): DrawOp[] {
  const [large, small] = order(note, language)
  const style: Style = { weight: 700, fill: '#ffffff', align: 'center' }
  const words = { x: box.x + 1, width: box.width - 2 }
  return [
    { op: 'rect', box, fill: BLACK },
    text(large, 8.4, { ...words, y: box.y, height: box.height * 0.66 }, style),
    text(small, 4, { ...words, y: box.y + box.height * 0.64, height: box.height * 0.34 }, style)
  ]
}

function closing(words: Words, language: CardLanguage): DrawOp[] {
  const [large, small] = order(words, language)
  const top = SIDE_BOTTOM - 16
  return [
    { op: 'line', from: { x: SIDE.x, y: top }, to: { x: RIGHT, y: top }, width: 0.3, stroke: BLACK },
    text(large, 5.2, { ...SIDE, y: top + 0.8, height: 8.4 }, BOLD),
    text(small, 2.9, { ...SIDE, y: top + 9.2, height: 6.8 })
  ]
}
