import { layoutCard } from './card-layout.ts'
import type { CardLanguage, CardModel } from './card-model.ts'
import { renderPdf } from './render-pdf.ts'
import { renderPng } from './render-png.ts'
import { renderSvg } from './render-svg.ts'
import { type SetDrawing, setDrawing } from './set-drawing.ts'
import { type SymbolLevel, symbolPng, symbolSvg } from './symbol.ts'

export type { CardKind, CardLanguage, CardModel, Words } from './card-model.ts'
export type { SymbolLevel } from './symbol.ts'

export type CardFormat = 'pdf' | 'svg' | 'png'
export type Card = {
  readonly body: Uint8Array
  readonly contentType: string
  /** Characters of the pass that no font has; they are printed as empty boxes, to be written in by hand. */
  readonly missing: string[]
}

const CONTENT_TYPES: Readonly<Record<CardFormat, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png'
}

/** The bare QR symbol of a pass with its quiet zone. Throws a RangeError on a text that is no pass. */
export async function symbol(
  text: string,
  { format, level }: { format: 'png' | 'svg'; level: SymbolLevel }
): Promise<Uint8Array> {
  return format === 'png' ? symbolPng(text, level) : Buffer.from(symbolSvg(text, level))
}

/** The pass page: one A6 card in both languages, `language` being the larger one. The same model gives the same bytes. */
export async function card(
  model: CardModel,
  { format, language }: { format: CardFormat; language: CardLanguage }
): Promise<Card> {
  const drawing = await setDrawing(layoutCard(model, language))
  return { body: await render(drawing, format), contentType: CONTENT_TYPES[format], missing: [...drawing.missing] }
}

async function render(drawing: SetDrawing, format: CardFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return await renderPdf(drawing)
    case 'svg':
      return Buffer.from(renderSvg(drawing))
    case 'png':
      return await renderPng(renderSvg(drawing))
    default:
      return format satisfies never
  }
}
