/** Decides frame by frame whether a miss gets a second pass. */
export interface SecondPassPace {
  wantsSecondPass(): boolean
  /** Tells how long a frame took that went through both passes without a result. */
  recordFullMiss(elapsedMs: number): void
}

// A camera delivers a frame every 33 ms. Longer than that and every second frame would be late already.
const tooSlowMs = 33
const fastAgainMs = 25
// Weight of the newest frame in the running mean: one hiccup does not change the pace, five do.
const newest = 0.2

/** On every miss while this phone keeps up with its camera, on alternate frames while it does not. */
export function createSecondPassPace(): SecondPassPace {
  let meanMs: number | null = null
  let alternate = false
  let skipped = false
  return {
    wantsSecondPass() {
      skipped = alternate && !skipped
      return !skipped
    },
    recordFullMiss(elapsedMs) {
      meanMs = meanMs === null ? elapsedMs : meanMs + newest * (elapsedMs - meanMs)
      if (meanMs > tooSlowMs) alternate = true
      if (meanMs < fastAgainMs) alternate = false
    }
  }
}
