import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { unwrapWoff } from './woff.ts'

export type Weight = 400 | 700

/** One font file; `id` names it within a document. */
export type Face = { readonly id: string; readonly font: Font }

/** Faces that were loaded for a text; choosing among them does not depend on what else was loaded before. */
export type Fonts = {
  /** The face that has every character of a grapheme, or null when no file has. */
  readonly faceFor: (grapheme: string, weight: Weight) => Face | null
}

export type TextInWeight = { readonly text: string; readonly weight: Weight }

const PACKAGE = '@fontsource/noto-sans-sc'
/** Nearly eight thousand characters: GB 2312, Latin, digits and punctuation. Everything else lies in small slices. */
const MAIN_SLICE = 'chinese-simplified'

const { resolve } = createRequire(import.meta.url)
const faces = new Map<string, Promise<Face>>()
const loaded = new Map<string, Face>()
let slices: Promise<readonly Slice[]> | undefined

type Slice = { readonly name: string; readonly ranges: readonly (readonly [number, number])[] }

/** Reads the font files that these texts need, each once in the life of the process (about 2.5 MB for each weight). */
export async function loadFonts(texts: readonly TextInWeight[]): Promise<Fonts> {
  slices ??= readSlices()
  const index = await slices
  for (const weight of new Set(texts.map(text => text.weight))) {
    const main = await loadFace(MAIN_SLICE, weight)
    const codePoints = codePointsOf(texts.filter(text => text.weight === weight))
    const rare = codePoints.filter(codePoint => !main.font.hasGlyphForCodePoint(codePoint))
    await Promise.all(rare.flatMap(codePoint => slicesOf(index, codePoint)).map(name => loadFace(name, weight)))
  }
  return { faceFor: (grapheme, weight) => findFace(index, grapheme, weight) }
}

function findFace(index: readonly Slice[], grapheme: string, weight: Weight): Face | null {
  const codePoints = Array.from(grapheme, char => char.codePointAt(0) as number)
  const hasAll = ({ font }: Face): boolean => codePoints.every(codePoint => font.hasGlyphForCodePoint(codePoint))
  const main = loaded.get(faceId(MAIN_SLICE, weight))
  if (main !== undefined && hasAll(main)) return main
  const others = slicesOf(index, codePoints[0] as number).map(name => loaded.get(faceId(name, weight)))
  return others.find(face => face !== undefined && hasAll(face)) ?? null
}

const codePointsOf = (texts: readonly TextInWeight[]): number[] => [
  ...new Set(texts.flatMap(({ text }) => Array.from(text, char => char.codePointAt(0) as number)))
]

const slicesOf = (index: readonly Slice[], codePoint: number): string[] =>
  index.filter(slice => slice.ranges.some(([from, to]) => codePoint >= from && codePoint <= to)).map(slice => slice.name)

const faceId = (slice: string, weight: Weight): string => `${slice}-${weight}`

function loadFace(slice: string, weight: Weight): Promise<Face> {
  const id = faceId(slice, weight)
  const known = faces.get(id)
  if (known !== undefined) return known
  const face = readFace(id)
  faces.set(id, face)
  face.catch(() => faces.delete(id)) // a file that could not be read is tried again with the next card
  return face
}

async function readFace(id: string): Promise<Face> {
  const woff = await readFile(resolve(`${PACKAGE}/files/noto-sans-sc-${id}-normal.woff`))
  const face = { id, font: create(unwrapWoff(woff)) }
  loaded.set(id, face)
  return face
}

/** The package's own index: slice name (numbers in brackets) to CSS unicode-range. */
async function readSlices(): Promise<readonly Slice[]> {
  const index = JSON.parse(await readFile(resolve(`${PACKAGE}/unicode.json`), 'utf8')) as Record<string, string>
  return Object.entries(index).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map(parseRange)
  }))
}

function parseRange(range: string): readonly [number, number] {
  const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}
