import { randomBytes } from 'node:crypto'

/** Drawn at a time: a call to the system's generator costs as much for 12 bytes as for many. */
const BLOCK_BYTES = 8_192

/** Random bytes from the system's generator, each handed out once. */
export function createRandomSource(): (count: number) => Uint8Array {
  let block = randomBytes(BLOCK_BYTES)
  let used = 0
  return count => {
    if (count > BLOCK_BYTES / 4) return new Uint8Array(randomBytes(count))
    if (used + count > block.length) {
      block = randomBytes(BLOCK_BYTES)
      used = 0
    }
    const drawn = new Uint8Array(block.subarray(used, used + count))
    block.fill(0, used, used + count)
    used += count
    return drawn
  }
}
