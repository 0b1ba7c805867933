/** The same code in front of the camera is one passage for as long as it stays there and this much longer. */
const MUTE_MS = 3_000

export type Mute = {
  /** Whether this text was seen a moment ago; seeing it again keeps it muted. */
  isMuted(text: string, nowMs: number): boolean
  mute(text: string, nowMs: number): void
}

/** Remembers several texts: two passes held up together are two passages, not a new one with every frame. */
export function createMute(): Mute {
  const until = new Map<string, number>()
  const mute: Mute['mute'] = (text, nowMs) => {
    for (const [other, end] of until) if (end <= nowMs) until.delete(other)
    until.set(text, nowMs + MUTE_MS)
  }
  return {
    mute,
    isMuted(text, nowMs) {
      if ((until.get(text) ?? 0) <= nowMs) return false
      mute(text, nowMs)
      return true
    }
  }
}
