import { fail, ok, type Result } from '../result.ts'
import { WORK_LIMITS } from './limits.ts'

export type PhotoFailure = 'not-a-jpeg' | 'damaged' | 'too-large'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** Frame headers, baseline to progressive (ISO/IEC 10918-1 table B.1) without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** Application data but JFIF and Adobe's colour hint, and comments: where a phone writes place, time and its owner. */
const isMetadata = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/**
 * A JPEG by its content, whatever its name says, without metadata. Walks segment by segment to the end of the picture; what
 * somebody hung behind it is dropped. The picture's own data is kept byte by byte.
 */
export function cleanJpeg(bytes: Uint8Array): Result<Uint8Array, PhotoFailure> {
  if (bytes.length > WORK_LIMITS.photoBytes) return fail('too-large')
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return fail('not-a-jpeg')
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let hasFrame = false
  let hasScan = false
  let at = 2
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] as number
    if (bytes[at] !== 0xff) return fail('damaged')
    if (marker === EOI) {
      kept.push(bytes.subarray(at, at + 2))
      return hasFrame && hasScan ? ok(joined(kept)) : fail('damaged')
    }
    if (marker === 0xff) {
      at++ // fill bytes
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    if (length < 2 || end > bytes.length) return fail('damaged')
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    hasFrame ||= isFrame(marker)
    hasScan ||= marker === SOS
    at = end
  }
  return fail('damaged')
}

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
