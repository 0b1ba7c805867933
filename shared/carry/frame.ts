import { concatBytes } from '../bytes.ts'
import { crc32 } from '../crc32.ts'
import { decodeBase41, encodeBase41 } from '../pass/base41.ts'
import { fail, ok, type Result } from '../result.ts'

/** What stands before each code of a transfer, by what it carries. */
export const FRAME_TAGS = { entries: 'CKF1', passages: 'CKX1' } as const
export type FrameKind = keyof typeof FRAME_TAGS
const KINDS = Object.keys(FRAME_TAGS) as FrameKind[]

/** One of the numbered QR codes in which something goes from screen to camera. */
export type Frame = {
  readonly kind: FrameKind
  /** CRC-32 of the whole: the same content is the same transfer, and its end can be checked. */
  readonly transfer: number
  readonly index: number
  readonly total: number
  readonly slice: Uint8Array
}

/** With this many bytes a code has version 16 at level M: an old phone reads it from a hand's breadth away. */
export const MAX_SLICE = 420
/** Some twenty thousand entries: a quarter of an hour of codes. More goes as a file. */
export const MAX_FRAMES = 5_000

const HEAD = 8
const CHECK = 4
const utf8 = new TextEncoder()

/** `foreign`: no code of a transfer. `damaged`: one that cannot be what was shown. */
export type FrameFailure = 'foreign' | 'damaged'

/** Tag, then base41 of: transfer (4 bytes), index (2), total (2), slice, CRC-32 of all before with the tag (4). */
export function frameText({ kind, transfer, index, total, slice }: Frame): string {
  const head = new DataView(new ArrayBuffer(HEAD))
  head.setUint32(0, transfer)
  head.setUint16(4, index)
  head.setUint16(6, total)
  const body = concatBytes(new Uint8Array(head.buffer), slice)
  const check = new DataView(new ArrayBuffer(CHECK))
  check.setUint32(0, checkOf(kind, body))
  return FRAME_TAGS[kind] + encodeBase41(concatBytes(body, new Uint8Array(check.buffer)))
}

export function readFrame(text: string): Result<Frame, FrameFailure> {
  const kind = KINDS.find(each => text.startsWith(FRAME_TAGS[each]))
  if (kind === undefined) return fail('foreign')
  const bytes = decodeBase41(text.slice(FRAME_TAGS[kind].length))
  if (!bytes.ok || bytes.value.length <= HEAD + CHECK) return fail('damaged')
  const body = bytes.value.subarray(0, -CHECK)
  const view = new DataView(bytes.value.buffer, bytes.value.byteOffset, bytes.value.length)
  if (view.getUint32(body.length) !== checkOf(kind, body)) return fail('damaged')
  const frame = { kind, transfer: view.getUint32(0), index: view.getUint16(4), total: view.getUint16(6), slice: body.slice(HEAD) }
  return isPossible(frame) ? ok(frame) : fail('damaged')
}

/** Every frame but the last is full: so all frames of a transfer agree where each byte belongs. */
const isPossible = ({ index, total, slice }: Frame): boolean =>
  total <= MAX_FRAMES && index < total && slice.length <= MAX_SLICE && (index === total - 1 || slice.length === MAX_SLICE)

const checkOf = (kind: FrameKind, body: Uint8Array): number => crc32(concatBytes(utf8.encode(FRAME_TAGS[kind]), body))
