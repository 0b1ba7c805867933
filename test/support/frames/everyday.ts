/** Lowest and highest of a value that is drawn evenly between them. */
export type Range = readonly [number, number]

/** One kind of everyday meeting at a gate, as ranges; a frame draws each value once. */
export interface Scenario {
  readonly name: string
  readonly carrier: 'phone' | 'card'
  readonly codeMm: number
  readonly distanceMm: Range
  /** Turn away from the camera, about the vertical and the horizontal. */
  readonly tiltDegrees: Range
  readonly rollDegrees: Range
  /** How far from the middle of the frame the code is held, in pixels. */
  readonly aimPx: Range
  /** Defocus as the standard deviation of a Gaussian, in pixels. */
  readonly defocusPx: Range
  readonly motionPx: Range
  /** Linear light of the carrier's white and black, and of the surroundings as a factor. */
  readonly white: Range
  readonly black: Range
  readonly surroundings: Range
  readonly gain: Range
  readonly veil: Range
  /** Standard deviation in grey levels. */
  readonly noise: Range
  /** Share of the light that one side of the carrier gets less than the other. */
  readonly shading: Range
  /** A reflection on the display: peak in linear light, radius as a share of the code. */
  readonly glare: Range
  readonly glareSize: Range
  readonly cracks: Range
  readonly folds: Range
}

const none: Range = [0, 0]
const handHeld = { tiltDegrees: [0, 25], rollDegrees: [-20, 20], aimPx: [0, 60] } satisfies Partial<Scenario>
const phone = { ...handHeld, carrier: 'phone', codeMm: 50, folds: none } satisfies Partial<Scenario>
const card = {
  ...handHeld,
  carrier: 'card',
  codeMm: 30,
  cracks: none,
  glare: none,
  glareSize: [0.1, 0.1]
} satisfies Partial<Scenario>
const day = { surroundings: [0.6, 1], gain: [0.85, 1.15], veil: [0.005, 0.03], noise: [2, 5] } satisfies Partial<Scenario>
const night = { surroundings: [0.05, 0.2], gain: [0.35, 0.85], veil: [0.005, 0.03], noise: [4, 9] } satisfies Partial<Scenario>

/** The five meetings that make up an ordinary day, in equal parts. */
export const everyday: readonly [Scenario, Scenario, Scenario, Scenario, Scenario] = [
  {
    ...phone,
    ...day,
    name: 'phone by day, glare, 12-28 cm',
    distanceMm: [120, 280],
    defocusPx: [0.5, 1.1],
    motionPx: [0, 2],
    white: [0.5, 0.9],
    black: [0.02, 0.08],
    shading: [0, 0.3],
    glare: [0.1, 0.6],
    glareSize: [0.08, 0.25],
    cracks: none
  },
  {
    ...phone,
    ...night,
    name: 'phone by night, cracked, 12-28 cm',
    distanceMm: [120, 280],
    defocusPx: [0.6, 1.2],
    motionPx: [0, 3],
    white: [0.5, 0.9],
    black: [0.01, 0.05],
    shading: [0, 0.2],
    glare: [0, 0.2],
    glareSize: [0.05, 0.15],
    cracks: [2, 7]
  },
  {
    ...phone,
    ...day,
    name: 'phone through a car window, 25-45 cm',
    distanceMm: [250, 450],
    defocusPx: [0.6, 1],
    motionPx: [0, 1.8],
    white: [0.4, 0.8],
    black: [0.03, 0.1],
    shading: [0, 0.3],
    glare: [0.05, 0.3],
    glareSize: [0.1, 0.3],
    cracks: none
  },
  {
    ...card,
    ...day,
    name: '30 mm print by day, creased, 8-18 cm',
    distanceMm: [80, 180],
    defocusPx: [0.5, 1.1],
    motionPx: [0, 2],
    white: [0.6, 0.9],
    black: [0.04, 0.1],
    shading: [0, 0.4],
    folds: [1, 4]
  },
  {
    ...card,
    ...night,
    name: '30 mm print by night, 8-18 cm',
    distanceMm: [80, 180],
    defocusPx: [0.6, 1.2],
    motionPx: [0, 2],
    white: [0.5, 0.9],
    black: [0.04, 0.1],
    shading: [0.1, 0.5],
    folds: [0, 2]
  }
]
