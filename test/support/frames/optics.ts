import type { Box, Field } from './field.ts'

/** Gaussian blur within a box, in linear light as a lens makes it. `sigma` in pixels. */
export function defocus(field: Field, box: Box, sigma: number): void {
  if (sigma < 0.05) return
  const reach = Math.ceil(sigma * 3)
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const taps = Array.from(weights, (weight, at) => ({ weight: weight / total, offset: at - reach }))
  convolve(
    field,
    box,
    taps.map(({ weight, offset }) => ({ weight, dx: offset, dy: 0 }))
  )
  convolve(
    field,
    box,
    taps.map(({ weight, offset }) => ({ weight, dx: 0, dy: offset }))
  )
}

/** Smear of a moving hand within a box: the mean along a line of `length` pixels. */
export function motion(field: Field, box: Box, length: number, angleDegrees: number): void {
  if (length < 0.3) return
  const steps = Math.max(3, Math.ceil(length * 2))
  const [cos, sin] = [Math.cos((angleDegrees * Math.PI) / 180), Math.sin((angleDegrees * Math.PI) / 180)]
  const weights = new Map<string, Tap>()
  for (let step = 0; step < steps; step++) {
    const along = (step / (steps - 1) - 0.5) * length
    for (const tap of bilinear(along * cos, along * sin, 1 / steps)) {
      const key = `${tap.dx},${tap.dy}`
      const before = weights.get(key)
      weights.set(key, before ? { ...tap, weight: before.weight + tap.weight } : tap)
    }
  }
  convolve(
    field,
    box,
    [...weights.values()].filter(tap => tap.weight > 1e-4)
  )
}

interface Tap {
  readonly weight: number
  readonly dx: number
  readonly dy: number
}

function bilinear(x: number, y: number, weight: number): Tap[] {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - left, y - top]
  return [
    { dx: left, dy: top, weight: weight * (1 - fx) * (1 - fy) },
    { dx: left + 1, dy: top, weight: weight * fx * (1 - fy) },
    { dx: left, dy: top + 1, weight: weight * (1 - fx) * fy },
    { dx: left + 1, dy: top + 1, weight: weight * fx * fy }
  ]
}

function convolve(field: Field, box: Box, taps: readonly Tap[]): void {
  const { light, width, height } = field
  const boxWidth = box.right - box.left
  const out = new Float32Array(boxWidth * (box.bottom - box.top))
  for (const { weight, dx, dy } of taps) {
    for (let y = box.top; y < box.bottom; y++) {
      const row = Math.max(0, Math.min(height - 1, y + dy)) * width
      const target = (y - box.top) * boxWidth
      for (let x = 0; x < boxWidth; x++) {
        const from = Math.max(0, Math.min(width - 1, x + box.left + dx))
        out[target + x] = (out[target + x] as number) + weight * (light[row + from] as number)
      }
    }
  }
  for (let y = box.top; y < box.bottom; y++) {
    light.set(out.subarray((y - box.top) * boxWidth, (y - box.top + 1) * boxWidth), y * width + box.left)
  }
}
