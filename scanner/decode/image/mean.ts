import type { Luma } from './luma.ts'

/** A prime, so that no grid of windows or tiles falls in step with it; at 720p some 15,000 samples are looked at. */
const STEP = 61

/** Mean brightness of a picture, 0–255. */
export function meanLuma({ data }: Luma): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < data.length; at += STEP, count++) sum += data[at] as number
  return count === 0 ? 0 : sum / count
}
