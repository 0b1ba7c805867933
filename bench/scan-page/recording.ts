import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'

/** What the page is told. Every time is in milliseconds on its own `performance.now()`. */
export interface Setup {
  readonly slowdown: number
  readonly site: number
  readonly keys: [string, TrustBundle['keys'] extends ReadonlyMap<string, infer Key> ? Key : never][]
  /** Issue time of the (empty) status list, epoch seconds. */
  readonly statusAsOf: number
}

/** What it saw. */
export interface Recording {
  readonly elapsedMs: number
  /** Number of each frame as it was presented, and when. */
  readonly frames: [number: number, atMs: number][]
  readonly verdicts: { text: string; verdict: string; atMs: number; presentedAtMs: number; decodeMs: number; pass: number }[]
  readonly longTaskMs: number
  readonly videoSize: [width: number, height: number]
}

export interface ScanBench {
  start(setup: Setup): Promise<void>
  /** Forgets what was seen until now: the warm-up. */
  reset(): void
  stop(): Promise<Recording>
}

declare global {
  interface Window {
    scanBench: ScanBench
  }
}
