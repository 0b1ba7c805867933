import { concatBytes, equalBytes } from '../bytes.ts'
import { crc32 } from '../crc32.ts'
import type { Frame } from './frame.ts'

type Transfer = Pick<Frame, 'kind' | 'transfer' | 'total'> & { readonly slices: ReadonlyMap<number, Uint8Array> }

/** Transfers under way, the one that was seen last at the end, and those that are over. */
export type Reassembly = { readonly open: readonly Transfer[]; readonly done: readonly string[] }
export const NOTHING_YET: Reassembly = { open: [], done: [] }

/** A camera sees one screen, perhaps two: whoever shows more than this loses the ones seen longest ago. */
const MAX_OPEN = 4

export type Assembled =
  | { readonly kind: 'added'; readonly have: number; readonly total: number }
  /** It was here already. */
  | { readonly kind: 'known' }
  /** It says otherwise than a frame that came first. */
  | { readonly kind: 'contradicts' }
  | { readonly kind: 'complete'; readonly content: Uint8Array<ArrayBuffer> }
  /** All there, and not what its sender had: it begins anew. */
  | { readonly kind: 'broken' }

/** Frames in any order, as often as they come, of several transfers mixed. */
export function assemble(state: Reassembly, frame: Frame): readonly [Reassembly, Assembled] {
  const name = nameOf(frame)
  if (state.done.includes(name)) return [state, { kind: 'known' }]
  const known = state.open.find(each => nameOf(each) === name)
  const held = known?.slices.get(frame.index)
  if (held !== undefined && equalBytes(held, frame.slice)) return [state, { kind: 'known' }]
  if (held !== undefined || (known !== undefined && known.total !== frame.total)) return [state, { kind: 'contradicts' }]
  const slices = new Map(known?.slices).set(frame.index, frame.slice)
  const others = state.open.filter(each => each !== known)
  if (slices.size === frame.total) return end({ ...state, open: others }, frame, slices)
  const { kind, transfer, total } = frame
  const open = [...others, { kind, transfer, total, slices }].slice(-MAX_OPEN)
  return [
    { ...state, open },
    { kind: 'added', have: slices.size, total }
  ]
}

function end(state: Reassembly, frame: Frame, slices: ReadonlyMap<number, Uint8Array>): readonly [Reassembly, Assembled] {
  const inOrder = Array.from({ length: frame.total }, (_, index) => slices.get(index) ?? new Uint8Array())
  const content = concatBytes(...inOrder)
  if (crc32(content) !== frame.transfer) return [state, { kind: 'broken' }]
  return [
    { ...state, done: [...state.done, nameOf(frame)] },
    { kind: 'complete', content }
  ]
}

const nameOf = ({ kind, transfer }: Pick<Frame, 'kind' | 'transfer'>): string => `${kind} ${transfer}`
