/** What the camera's pictures say about the light at the gate. Brightness is the mean of a frame, 0–255. */
export type Ambient = {
  readonly isDark: boolean
  /** Running mean; null: no frame yet. */
  readonly mean: number | null
  /** Since when the other state has been seen without a break, milliseconds; null: it is not. */
  readonly sinceMs: number | null
  /** Brightness under the torch, once the camera has settled on it; null: the torch is off or has just come on. */
  readonly lit: number | null
  readonly torchSinceMs: number | null
}

export const NO_FRAME_YET: Ambient = { isDark: false, mean: null, sinceMs: null, lit: null, torchSinceMs: null }

/** A street lamp gives 30 to 45 through an automatic exposure, a lit hall 90 and more. */
const DARK_BELOW = 48
const LIGHT_ABOVE = 75
/** Morning has come when the picture under the torch is brighter than the torch alone made it by so much. */
const DAY_OVER_TORCH = 55
/** A hand, a coat or a phone before the lens is gone sooner. */
const DARK_AFTER_MS = 2_000
const LIGHT_AFTER_MS = 6_000
/** Automatic exposure takes about a second. */
const SETTLE_MS = 2_000
/** Weight of the newest frame. */
const NEWEST = 0.15

/**
 * The next state after a frame. The torch brightens what the camera sees, so under it only a picture that is brighter
 * than the torch made it counts as light: else light would put itself out and on again.
 */
export function seeFrame(before: Ambient, luma: number, atMs: number, isTorchOn: boolean): Ambient {
  const mean = before.mean === null ? luma : before.mean + NEWEST * (luma - before.mean)
  const torchSinceMs = isTorchOn ? (before.torchSinceMs ?? atMs) : null
  const hasSettled = torchSinceMs !== null && atMs - torchSinceMs >= SETTLE_MS
  const lit = hasSettled ? Math.min(before.lit ?? mean, mean) : null
  const seen = { ...before, mean, torchSinceMs, lit }
  if (isTorchOn && !hasSettled) return { ...seen, sinceMs: null }
  const isOther = before.isDark ? mean > lightAbove(lit) : lit === null && mean < DARK_BELOW
  if (!isOther) return { ...seen, sinceMs: null }
  const sinceMs = before.sinceMs ?? atMs
  const longEnough = atMs - sinceMs >= (before.isDark ? LIGHT_AFTER_MS : DARK_AFTER_MS)
  return longEnough ? { ...seen, isDark: !before.isDark, sinceMs: null } : { ...seen, sinceMs }
}

const lightAbove = (lit: number | null): number => (lit === null ? LIGHT_ABOVE : Math.max(LIGHT_ABOVE, lit + DAY_OVER_TORCH))
