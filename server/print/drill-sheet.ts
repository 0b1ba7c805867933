import type { DrillCaseId } from '../../shared/drill/sheet-code.ts'
import type { DrawOp, Drawing } from './drawing.ts'
import { renderPages } from './render-pdf.ts'
import { setDrawing } from './set-drawing.ts'
import { symbolMatrix, symbolPath } from './symbol.ts'

export type DrillSheetModel = {
  readonly site: { readonly name: string; readonly nameEn: string }
  readonly issuedAt: number
  readonly codes: readonly { readonly number: number; readonly case: DrillCaseId; readonly text: string }[]
}

/** Millimetres. The symbol without its quiet zone. */
export const CODE_SIDE = 42
const A4 = { width: 210, height: 297 }
const MARGIN = 20
const TOP = 50
const COLUMN = { x: 105, first: 31.5 }
const ROW = 60

const ANSWERS: Readonly<Record<DrillCaseId, string>> = {
  valid: '有效的证：放行 · Valid pass: admit',
  expired: '过期的证：核实登记 · Expired: check and write down',
  forged: '伪造的证：不放行 · Forged: refuse',
  held: '暂停的证：不放行 · On hold: refuse',
  screenshot: '截图（刚刚扫过）：核实登记 · Screenshot (scanned a moment ago): check',
  'wrong-site': '别的小区的证：核实登记 · Pass of another site: check',
  vehicle: '车辆，车牌不符：核实登记 · Vehicle, another plate: check'
}

/** Two A4 pages: the codes with nothing but a number each, and the key for whoever leads the training. */
export async function drillSheetPdf(model: DrillSheetModel): Promise<Uint8Array> {
  return await renderPages(await setDrawing(codesPage(model)), await setDrawing(keyPage(model)))
}

export const codesPage = (model: DrillSheetModel): Drawing =>
  page(model, [
    words('上岗演练 · Gate training', { y: 14, size: 9, weight: 700 }),
    words(`${model.site.name} · ${model.site.nameEn}`, { y: 26, size: 5, weight: 400 }),
    words('在卡口手机上选“用打印的演练单”，逐个扫码。仅供演练，不得放行。', { y: 33.5, size: 4.2, weight: 400 }),
    words('On the gate phone choose "With a printed sheet" and scan one code after the other. Training only: opens no gate.', {
      y: 39.5,
      size: 3.6,
      weight: 400
    }),
    ...model.codes.flatMap(({ number, text }, index) => {
      const x = COLUMN.first + (index % 2) * COLUMN.x
      const y = TOP + Math.floor(index / 2) * ROW
      const matrix = symbolMatrix(text, 'Q')
      const label: DrawOp = {
        op: 'text',
        text: String(number),
        box: { x, y: y + CODE_SIDE + 3, width: CODE_SIDE, height: 9 },
        size: 8,
        weight: 700,
        fill: '#000000',
        align: 'center',
        wrap: false
      }
      const symbol: DrawOp = {
        op: 'path',
        role: 'symbol',
        d: symbolPath(matrix),
        box: { x, y, width: CODE_SIDE, height: CODE_SIDE },
        scale: CODE_SIDE / matrix.size,
        fill: '#000000'
      }
      return [symbol, label]
    })
  ])

export const keyPage = (model: DrillSheetModel): Drawing =>
  page(model, [
    words('答案（带教人员用） · Answers, for the trainer', { y: 14, size: 8, weight: 700 }),
    words(`${model.site.name} · ${model.site.nameEn}`, { y: 26, size: 5, weight: 400 }),
    ...model.codes.flatMap(({ number, case: id }, index) => {
      const y = TOP + index * 14
      return [words(String(number), { y, size: 7, weight: 700 }), words(ANSWERS[id], { y, size: 5, weight: 400, x: MARGIN + 22 })]
    })
  ])

type Style = { readonly y: number; readonly size: number; readonly weight: 400 | 700; readonly x?: number }

const words = (text: string, { y, size, weight, x = MARGIN }: Style): DrawOp => ({
  op: 'text',
  text,
  box: { x, y, width: A4.width - MARGIN - x, height: size * 1.4 },
  size,
  weight,
  fill: '#000000',
  align: 'left',
  wrap: false
})

const page = ({ site, issuedAt }: DrillSheetModel, ops: readonly DrawOp[]): Drawing => ({
  ...A4,
  title: '上岗演练 Gate training',
  author: site.name,
  language: 'zh',
  createdAt: issuedAt,
  ops
})
