import { EMBLEM_UNITS, EMBLEMS } from './card-emblems.ts'
import { type CardLanguage, formatLabel, formatSerial, formatTime } from './card-model.ts'
import { KIND_WORDS, WORDS } from './card-words.ts'
import type { Box, DrawOp } from './drawing.ts'
import { type SheetCard, SHEET_WORDS } from './sheet-model.ts'
import { fitSymbol, QUIET_ZONE_MODULES, symbolOp } from './symbol-fit.ts'
import { BOLD, both, FIGURES, GREY, order, text } from './text-ops.ts'

/** ISO/IEC 7810 ID-1, landscape. */
export const SMALL_CARD = { width: 85.6, height: 54 } as const
/** With its quiet zone the code takes the card's height but for a cutter's slip of 2 mm. */
const SYMBOL_WIDTH = 42
const LEFT = 49.4
const WIDTH = SMALL_CARD.width - 2.8 - LEFT
const COLUMN = { x: LEFT, width: WIDTH }
const BAND: Box = { ...COLUMN, y: 3.2, height: 10.4 }

type Part = (card: SheetCard, language: CardLanguage) => readonly DrawOp[]

/** A pass in the size of a bank card: the code on the left, what people read on the right. */
export const layoutSmallCard = (card: SheetCard, language: CardLanguage): DrawOp[] =>
  [code, band, holder, place, validity, foot]
    .flatMap(part => part(card, language))
    .filter(op => op.op !== 'text' || op.text.trim() !== '')

const code: Part = ({ text: pass }) => {
  const fitted = fitSymbol(pass, SYMBOL_WIDTH)
  const quiet = QUIET_ZONE_MODULES * fitted.module
  // Centred in the square that is left of the words.
  const centre = { x: (LEFT + 0.4) / 2, y: SMALL_CARD.height / 2 }
  const x = Math.max(quiet * 0.6, centre.x - fitted.width / 2)
  return [symbolOp(fitted, x, centre.y - fitted.width / 2)]
}

const band: Part = ({ kind }, language) => {
  const { band: fill, ink, pictogram } = EMBLEMS[kind]
  const [large, small] = order(KIND_WORDS[kind], language)
  const plate: Box = { x: BAND.x + 0.9, y: BAND.y + 0.9, width: 8.6, height: 8.6 }
  const words = { x: plate.x + plate.width + 1, width: BAND.x + BAND.width - plate.x - plate.width - 1.6 }
  return [
    { op: 'rect', box: BAND, fill },
    { op: 'rect', box: plate, fill: ink },
    {
      op: 'path',
      role: 'ornament',
      d: pictogram,
      box: { x: plate.x + 0.6, y: plate.y + 0.6, width: 7.4, height: 7.4 },
      scale: 7.4 / EMBLEM_UNITS,
      fill
    },
    text(large, 4.6, { ...words, y: BAND.y + 0.8, height: 5.6 }, { weight: 700, fill: ink, wrap: false }),
    text(small, 2.4, { ...words, y: BAND.y + 6.6, height: 3 }, { weight: 700, fill: ink, wrap: false })
  ]
}

const holder: Part = (card, language) => {
  const name = text(formatLabel(card), 7.4, { ...COLUMN, y: 14, height: 9 }, BOLD)
  const { documentTail } = card
  if (documentTail === null) return [name]
  const row = { y: 23.1, height: 3.6 }
  return [
    name,
    text(both(WORDS.documentTail, language), 2.3, { x: LEFT, width: 22, ...row }, { fill: GREY, wrap: false }),
    text(documentTail, 3, { x: LEFT + 22.4, width: WIDTH - 22.4, ...row }, { ...FIGURES, align: 'right' })
  ]
}

/** The building alone: a lost card tells nobody's door. */
const place: Part = ({ site, building }, language) => {
  const [large, small] = order(site === null ? WORDS.allSites : { zh: site.name, en: site.nameEn }, language)
  const house = building === '' ? '' : `${both(SHEET_WORDS.building, language)} ${building}`
  return [
    text(large, 3.3, { ...COLUMN, y: 27, height: 4.2 }, BOLD),
    text([small, house].filter(part => part !== '').join(' · '), 2.2, { ...COLUMN, y: 31.2, height: 2.9 }, { fill: GREY })
  ]
}

const validity: Part = (card, language) => [
  { op: 'line', from: { x: LEFT, y: 34.9 }, to: { x: LEFT + WIDTH, y: 34.9 }, width: 0.2, stroke: GREY },
  text(both(WORDS.until, language), 2.2, { ...COLUMN, y: 35.4, height: 2.8 }, { fill: GREY, wrap: false }),
  text(formatTime(card.end), 4.2, { ...COLUMN, y: 38, height: 5.1 }, FIGURES)
]

const foot: Part = (card, language) => [
  text(`${WORDS.serial.en} ${formatSerial(card.serial)}`, 3.1, { x: LEFT, width: WIDTH - 9, y: 43.6, height: 3.9 }, FIGURES),
  text(
    `#${card.number}`,
    2.6,
    { x: LEFT + WIDTH - 8.6, width: 8.6, y: 43.8, height: 3.6 },
    { fill: GREY, align: 'right', wrap: false }
  ),
  text(
    order({ zh: card.realm.name, en: card.realm.nameEn }, language)[0],
    2,
    { ...COLUMN, y: 47.6, height: 2.5 },
    { fill: GREY }
  ),
  text(both({ ...WORDS.scanOnly, en: 'Only a scan counts' }, language), 1.9, { ...COLUMN, y: 50, height: 2.4 }, { fill: GREY })
]
