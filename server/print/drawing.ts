import type { Weight } from './fonts.ts'

/** Millimetres from the top left corner of the card, y downwards. */
export type Point = { readonly x: number; readonly y: number }
export type Box = Point & { readonly width: number; readonly height: number }

export type RectOp = { readonly op: 'rect'; readonly box: Box; readonly fill: string }
/** Stroked with a width in millimetres. */
export type LineOp = {
  readonly op: 'line'
  readonly from: Point
  readonly to: Point
  readonly width: number
  readonly stroke: string
}
/** SVG path data in units of its own, of which one is `scale` millimetres; filled by the even-odd rule inside `box`. */
export type PathOp = {
  readonly op: 'path'
  readonly role: 'symbol' | 'ornament'
  readonly d: string
  readonly box: Box
  readonly scale: number
  readonly fill: string
}
/** A text that is set as large as its box allows, at most `size` (millimetres per em); it shrinks and wraps, it is never cut. */
export type TextOp = {
  readonly op: 'text'
  readonly text: string
  readonly box: Box
  readonly size: number
  readonly weight: Weight
  readonly fill: string
  readonly align: 'left' | 'center' | 'right'
  readonly wrap: boolean
}
export type DrawOp = RectOp | LineOp | PathOp | TextOp

/** What a page is, before anything is known about fonts. */
export type Drawing = {
  readonly width: number
  readonly height: number
  /** For the document's properties and for screen readers. */
  readonly title: string
  readonly author: string
  readonly language: string
  /** Epoch seconds; the only time that a document names. */
  readonly createdAt: number
  readonly ops: readonly DrawOp[]
}
