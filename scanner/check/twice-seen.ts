/** A misread frame must not call a neighbour a forger. */
const FORGET_MS = 5_000

/** Whether the same text, whose signature does not fit, was seen once before within a few seconds. */
export function createTwiceSeen(): (text: string, nowMs: number) => boolean {
  let last: { text: string; at: number } | null = null
  return (text, nowMs) => {
    const isSecond = last !== null && last.text === text && nowMs - last.at < FORGET_MS
    last = { text, at: nowMs }
    return isSecond
  }
}
