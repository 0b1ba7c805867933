import { type FrameKind, frameText } from '../../shared/carry/frame.ts'
import { framesOf } from '../../shared/carry/frames.ts'
import { gzip } from '../../ui/gzip.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import type { SignText } from '../log/seal-head.ts'
import { carryFileOfPhone } from './carry-log.ts'

export type Showing =
  | { readonly kind: 'codes'; readonly texts: readonly string[]; readonly count: number }
  /** `too-much`: only as a file. */
  | { readonly kind: 'nothing' | 'too-much' }

/** This phone's unsent entries as codes: the same content as the file. */
export async function entriesAsCodes(db: GateDatabase, signOf: (key: CryptoKey) => SignText, nowMs: number): Promise<Showing> {
  const file = await carryFileOfPhone(db, signOf, nowMs)
  if (file === null) return { kind: 'nothing' }
  return asCodes('entries', file, file.entries.length)
}

/** `content` as gzip in codes; `count`: how many things are in it. */
export async function asCodes(kind: FrameKind, content: object, count: number): Promise<Showing> {
  const zipped = await gzip(JSON.stringify(content))
  const frames = framesOf(kind, new Uint8Array(await zipped.arrayBuffer()))
  return frames === null ? { kind: 'too-much' } : { kind: 'codes', texts: frames.map(frameText), count }
}
