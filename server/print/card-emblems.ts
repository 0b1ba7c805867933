import type { CardKind } from './card-model.ts'

/** How a kind looks. Without colour, pictogram and pattern still tell the kinds apart. */
export type Emblem = {
  /** Dark enough for white words: contrast 7:1 or more (WCAG 2.2, 1.4.6). No green, which would promise something. */
  readonly band: string
  readonly ink: string
  /** SVG path data in a square of EMBLEM_UNITS. */
  readonly pictogram: string
  /** SVG path data in millimetres for a strip of that size; empty for a plain band. */
  readonly pattern: (width: number, height: number) => string
}

export const EMBLEM_UNITS = 24

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const rect = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${width}v${height}h${-width}z`
const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`
const round = (value: number): number => Math.round(value * 1000) / 1000

const PERSON = `${circle(12, 6.8, 4.6)}M2.5 22.5c0-6 4.2-9.5 9.5-9.5s9.5 3.5 9.5 9.5z`
const BRIEFCASE = 'M8 7.5V3.5h8v4h-2v-2h-4v2zM2.5 7.5h19v6h-7.3v-1.4H9.8v1.4H2.5zM2.5 14.9h7.3v1.4h4.4v-1.4h7.3v6.1h-19z'
const CAR =
  'M1 16.8v-4.4l3-.9 3.2-5h8l4 4.6 3.8 1.1v4.6h-2.2a2.9 2.9 0 0 0-5.8 0H9.2a2.9 2.9 0 0 0-5.8 0z' +
  'M8.4 8.3L6.5 11.2h4.8V8.3zM13 8.3v2.9h3.8l-2.5-2.9z' +
  circle(6.3, 17.2, 2.1) +
  circle(17.9, 17.2, 2.1)
const DOOR = 'M11 2h11v20H11v-2.4h8.6V4.4H11zM2 10.2h7V6l6.5 6L9 18v-4.2H2z'
const HOUSE = 'M12 2L1.2 11.8h3.4V21.5h5.6v-6.2h3.6v6.2h5.6V11.8h3.4z'
const WARNING = 'M12 1.8L23.2 21.8H.8zM10.8 8.6h2.4l-.4 7.2h-1.6zM10.8 17.2h2.4v2.4h-2.4z'

/** Ten points, outer and inner in turn, the first one up. */
const STAR = polygon(
  Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 11.5 : 4.6
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    return [12 + radius * Math.cos(angle), 12.8 + radius * Math.sin(angle)] as const
  })
)

/** One drawing for each whole step that fits, in the middle of what is left. */
function along(length: number, step: number, draw: (at: number) => string): string {
  const count = Math.floor(length / step)
  const first = (length - count * step) / 2
  return Array.from({ length: count }, (_, index) => draw(round(first + index * step))).join('')
}

const bars = (width: number, height: number): string => along(height, 3, y => rect(0, y + 0.75, width, 1.5))
const chequers = (width: number, height: number): string => {
  const side = width / 4
  return along(height, 2 * side, y => rect(0, y, side, side) + rect(2 * side, y, side, side) + shifted(y, side))
}
const shifted = (y: number, side: number): string => rect(side, y + side, side, side) + rect(3 * side, y + side, side, side)
const dots = (width: number, height: number): string =>
  along(height, width / 2, y => circle(width / 4, y + width / 4, 1.1) + circle((3 * width) / 4, y + width / 4, 1.1))
const roofs = (width: number, height: number): string =>
  along(height, 5, y =>
    polygon([
      [0, y + 4],
      [width / 2, y + 0.4],
      [width, y + 4],
      [width, y + 5.4],
      [width / 2, y + 1.8],
      [0, y + 5.4]
    ])
  )
/** Diagonal stripes over the whole strip, cut at its edges; thickness and step are measured along an edge. */
const slants =
  (thickness: number, step: number) =>
  (width: number, height: number): string =>
    Array.from({ length: Math.ceil((width + height) / step) }, (_, index) => {
      const from = index * step
      return slant(from, Math.min(from + thickness, width + height), width, height)
    }).join('')

/** The part of a strip where `from` ≤ x + y ≤ `to`. */
function slant(from: number, to: number, width: number, height: number): string {
  const lower = (sum: number): [number, number] => [Math.max(0, sum - height), Math.min(sum, height)]
  const upper = (sum: number): [number, number] => [Math.min(sum, width), Math.max(0, sum - width)]
  const topRight: [number, number][] = from < width && width < to ? [[width, 0]] : []
  const bottomLeft: [number, number][] = from < height && height < to ? [[0, height]] : []
  return polygon([lower(from), upper(from), ...topRight, upper(to), lower(to), ...bottomLeft])
}

export const EMBLEMS: Readonly<Record<CardKind, Emblem>> = {
  person: { band: '#0b4a82', ink: '#ffffff', pictogram: PERSON, pattern: () => '' },
  work: { band: '#5a2a85', ink: '#ffffff', pictogram: BRIEFCASE, pattern: bars },
  vehicle: { band: '#7a3b00', ink: '#ffffff', pictogram: CAR, pattern: chequers },
  visitor: { band: '#86164f', ink: '#ffffff', pictogram: DOOR, pattern: dots },
  household: { band: '#0b525b', ink: '#ffffff', pictogram: HOUSE, pattern: roofs },
  duty: { band: '#37424a', ink: '#ffffff', pictogram: STAR, pattern: slants(1.4, 3.6) },
  drill: { band: '#000000', ink: '#ffd400', pictogram: WARNING, pattern: slants(4.2, 8.4) }
}
