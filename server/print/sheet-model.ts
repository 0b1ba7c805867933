import type { CardLanguage, CardModel, Words } from './card-model.ts'

/** Cards of ISO/IEC 7810 ID-1 (85.6 × 54 mm) by ten, of A6 by four on a sheet of A4, or one household's codes on one sheet. */
export const SHEET_LAYOUTS = ['id1', 'a6', 'household'] as const
export type SheetLayout = (typeof SHEET_LAYOUTS)[number]

/** A pass to hand out, where it goes, and its place in the stack. */
export type SheetCard = CardModel & {
  readonly building: string
  /** Unit and room, `2-1103`. */
  readonly door: string
  /** From 1 on, the same on the card and on the list to sign. */
  readonly number: number
}

/** What belongs together: a building's cards, in the order in which somebody walks through it. */
export type SheetGroup = {
  readonly title: Words
  readonly cards: readonly SheetCard[]
}

export type SheetOrder = {
  readonly layout: SheetLayout
  readonly language: CardLanguage
  readonly title: Words
  readonly realm: Words
  /** Who prints, and when (epoch seconds). */
  readonly by: string
  readonly at: number
}

export const SHEET_WORDS = {
  building: { zh: '楼号', en: 'Building' },
  list: { zh: '通行证发放签收表', en: 'Passes handed out' },
  household: { zh: '住户通行码', en: 'Codes of a household' },
  number: { zh: '序号', en: 'No.' },
  door: { zh: '房号', en: 'Room' },
  label: { zh: '姓名或车牌', en: 'Name or plate' },
  serial: { zh: '证件编号', en: 'Pass' },
  receiver: { zh: '领取人', en: 'Received by' },
  signature: { zh: '签名', en: 'Signature' },
  page: { zh: '页', en: 'Page' }
} as const satisfies Readonly<Record<string, Words>>
