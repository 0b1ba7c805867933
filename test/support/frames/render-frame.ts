import type { Luma } from '../../../scanner/decode/image/luma.ts'
import { clutter } from './clutter.ts'
import { crack, crease } from './damage.ts'
import type { Range, Scenario } from './everyday.ts'
import { type Box, clipBox, type Field, paint } from './field.ts'
import type { GateCode } from './gate-codes.ts'
import { defocus, motion } from './optics.ts'
import { apply, invert, type Matrix, type Pose, projection } from './pose.ts'
import { type Random, seededRandom } from './random.ts'
import { develop } from './sensor.ts'
import { cardSurface, phoneSurface, type Surface } from './surface.ts'

/** Focal length of a 65° lens for a frame 1,280 pixels wide; other widths in proportion. */
const focalOf1280 = 1005
// Samples a side within the code, where a pixel may hold half a module; elsewhere one is enough.
const fine = 3

/** One frame of a scenario. The same code, scenario, seed and size give the same bytes. */
export function renderFrame(code: GateCode, scenario: Scenario, seed: number, width = 1280, height = 720): Luma {
  const random = seededRandom(seed)
  const draw = ([low, high]: Range) => random.between(low, high)
  const scale = width / 1280
  const field = clutter(random, width, height)
  const ambient = draw(scenario.surroundings)
  paint(field, { left: 0, top: 0, right: width, bottom: height }, light => light * ambient)

  const pose = drawPose(scenario, random, scale)
  const toFrame = projection(pose, focalOf1280 * scale, width, height)
  const surface = drawSurface(code, scenario, random)
  const outline = boxAround(field, toFrame, surface.halfWidthMm, surface.halfHeightMm)
  const codeHalf = (scenario.codeMm / 2) * (1 + 8 / code.size)
  const codeBox = boxAround(field, toFrame, codeHalf, codeHalf)
  place(field, surface, invert(toFrame), outline, codeBox)
  shade(field, outline, draw(scenario.shading), random.between(0, 2 * Math.PI))
  reflect(field, outline, codeBox, draw(scenario.glare), draw(scenario.glareSize), random)

  const margin = 12
  const seen = clipBox(field, codeBox.left - margin, codeBox.top - margin, codeBox.right + margin, codeBox.bottom + margin)
  defocus(field, seen, draw(scenario.defocusPx) * scale)
  motion(field, seen, draw(scenario.motionPx) * scale, random.between(0, 180))
  return develop(field, { gain: draw(scenario.gain), veil: draw(scenario.veil), noise: draw(scenario.noise) }, random)
}

/** A frame with nothing to read in it. */
export function renderEmptyFrame(scenario: Scenario, seed: number, width = 1280, height = 720): Luma {
  const random = seededRandom(seed)
  const draw = ([low, high]: Range) => random.between(low, high)
  const field = clutter(random, width, height)
  return develop(field, { gain: draw(scenario.gain), veil: draw(scenario.veil), noise: draw(scenario.noise) }, random)
}

function drawPose(scenario: Scenario, random: Random, scale: number): Pose {
  const tilt = random.between(...scenario.tiltDegrees)
  const towards = random.between(0, 2 * Math.PI)
  const aim = random.between(...scenario.aimPx) * scale
  const aside = random.between(0, 2 * Math.PI)
  return {
    distanceMm: random.between(...scenario.distanceMm),
    yawDegrees: tilt * Math.cos(towards),
    pitchDegrees: tilt * Math.sin(towards),
    rollDegrees: random.between(...scenario.rollDegrees),
    aimX: aim * Math.cos(aside),
    aimY: aim * Math.sin(aside)
  }
}

function drawSurface(code: GateCode, scenario: Scenario, random: Random): Surface {
  const tones = { white: random.between(...scenario.white), black: random.between(...scenario.black) }
  const make = scenario.carrier === 'phone' ? phoneSurface : cardSurface
  const whole = make(code, scenario.codeMm, tones, random)
  const cracked = crack(whole, Math.round(random.between(...scenario.cracks)), scenario.codeMm, random)
  return crease(cracked, Math.round(random.between(...scenario.folds)), scenario.codeMm, random)
}

function boxAround(field: Field, toFrame: Matrix, halfWidth: number, halfHeight: number): Box {
  const corners = [-1, 1].flatMap(i => [-1, 1].map(j => apply(toFrame, i * halfWidth, j * halfHeight)))
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return clipBox(field, Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1)
}

function place(field: Field, surface: Surface, toSurface: Matrix, outline: Box, codeBox: Box): void {
  const covers = (x: number, y: number) => Math.abs(x) <= surface.halfWidthMm && Math.abs(y) <= surface.halfHeightMm
  paint(field, outline, (light, px, py) => {
    const inCode = px >= codeBox.left && px < codeBox.right && py >= codeBox.top && py < codeBox.bottom
    const samples = inCode ? fine : 1
    let sum = 0
    for (let i = 0; i < samples; i++) {
      for (let j = 0; j < samples; j++) {
        const [x, y] = apply(toSurface, px + (i + 0.5) / samples, py + (j + 0.5) / samples)
        sum += covers(x, y) ? surface.lightAt(x, y) : light
      }
    }
    return sum / (samples * samples)
  })
}

/** Light that falls off evenly across the carrier. */
function shade(field: Field, box: Box, share: number, direction: number): void {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)]
  const [midX, midY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const half = Math.max(1, (box.right - box.left + box.bottom - box.top) / 4)
  paint(field, box, (light, x, y) => {
    const along = ((x - midX) * cos + (y - midY) * sin) / half
    return light * (1 - (share * (1 + Math.max(-1, Math.min(1, along)))) / 2)
  })
}

/** A lamp or the sky mirrored in the display, somewhere over the code. */
function reflect(field: Field, carrier: Box, box: Box, peak: number, size: number, random: Random): void {
  const [x0, y0] = [random.between(box.left, box.right), random.between(box.top, box.bottom)]
  if (peak === 0) return
  const sigma = size * (box.right - box.left)
  paint(field, carrier, (light, x, y) => light + peak * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * sigma * sigma)))
}
