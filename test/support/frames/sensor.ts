import type { Luma } from '../../../scanner/decode/image/luma.ts'
import type { Field } from './field.ts'
import type { Random } from './random.ts'

export interface Exposure {
  /** Multiplies the light before it is recorded; 1 puts white paper in full light just below saturation. */
  readonly gain: number
  /** Stray light in the lens, added before the curve: lifts the blacks. */
  readonly veil: number
  /** Standard deviation of the noise in grey levels of 255, after the curve. */
  readonly noise: number
}

/** What the sensor delivers: gamma 2.2, noise, eight bits. */
export function develop(field: Field, exposure: Exposure, random: Random): Luma {
  const curve = Float32Array.from({ length: 4097 }, (_, at) => 245 * (at / 4096) ** (1 / 2.2))
  const noise = noiseTable(random)
  const data = new Uint8ClampedArray(field.light.length)
  let at = random.below(noise.length)
  for (let pixel = 0; pixel < data.length; pixel++) {
    const light = (field.light[pixel] as number) * exposure.gain + exposure.veil
    const grey = light >= 1 ? 245 + 10 * Math.min(1, light - 1) : (curve[(light * 4096) | 0] as number)
    // A jump now and then keeps the table's period out of the picture.
    if ((pixel & 1023) === 0) at = random.below(noise.length)
    data[pixel] = grey + exposure.noise * (noise[at++ & (noise.length - 1)] as number)
  }
  return { data: new Uint8Array(data.buffer), width: field.width, height: field.height }
}

function noiseTable(random: Random): Float32Array {
  return Float32Array.from({ length: 1 << 16 }, () => random.normal())
}
