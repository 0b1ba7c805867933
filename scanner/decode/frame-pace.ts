import type { FramePlan } from './read-frame.ts'

/** Decides frame by frame how much is tried. */
export interface FramePace {
  next(): FramePlan
  /** Tells how long a frame took in which nothing was found. */
  recordMiss(plan: FramePlan, elapsedMs: number): void
}

// A camera delivers a frame every 33 ms. If trying everything takes longer, a code that appears meanwhile is kept waiting.
const tooSlowMs = 33
const fastAgainMs = 25
// Weight of the newest frame in the running mean: one hiccup does not change the pace, five do.
const newest = 0.2
// Trying everything takes about this many times as long as trying half of it.
const wholeOfHalf = 1.5

/**
 * Everything on every frame while this phone keeps up with its camera. While it does not, the inverted look and the second
 * pass take turns: either is needed by few codes, which stay before the camera for more than one frame.
 */
export function createFramePace(): FramePace {
  let meanMs: number | null = null
  let takesTurns = false
  let secondPass = false
  return {
    next() {
      secondPass = !secondPass
      return takesTurns ? { inverted: !secondPass, secondPass } : { inverted: true, secondPass: true }
    },
    recordMiss({ inverted, secondPass }, elapsedMs) {
      const wholeMs = inverted && secondPass ? elapsedMs : elapsedMs * wholeOfHalf
      meanMs = meanMs === null ? wholeMs : meanMs + newest * (wholeMs - meanMs)
      if (meanMs > tooSlowMs) takesTurns = true
      if (meanMs < fastAgainMs) takesTurns = false
    }
  }
}
