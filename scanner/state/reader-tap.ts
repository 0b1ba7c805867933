/** Takes what the reader reads instead of the scan: a duty pass that signs somebody in is nobody's passage. */
export type ReaderTap = (text: string) => void

let taps: readonly ReaderTap[] = []

/** The newest tap takes everything until it is taken away by the returned function. */
export function tapReader(tap: ReaderTap): () => void {
  taps = [...taps, tap]
  return () => {
    taps = taps.filter(each => each !== tap)
  }
}

/** Whether somebody took the text. */
export function offerToTap(text: string): boolean {
  const tap = taps.at(-1)
  tap?.(text)
  return tap !== undefined
}
