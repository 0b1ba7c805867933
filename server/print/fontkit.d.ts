/** The part of fontkit that the pass page uses; the package brings no types of its own. */
declare module 'fontkit' {
  export type PathCommand = {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    /** x, y pairs in font units, y upwards. */
    readonly args: readonly number[]
  }
  export type Glyph = { readonly id: number; readonly path: { readonly commands: readonly PathCommand[] } }
  export type GlyphRun = {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
    /** Font units. */
    readonly advanceWidth: number
  }
  export type Font = {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string, features?: readonly string[]): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}
