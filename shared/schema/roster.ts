import { type Static, Type } from 'typebox'
import { Base64Url, Nullable, Strict } from './common.ts'

/** Parts of the site's roster that the phone does not have: all, or what changed since the version that it names. */
export const RosterAnswer = Strict({
  version: Type.String(),
  iterations: Type.Integer(),
  chunks: Type.Array(Type.Tuple([Type.Integer(), Type.String()])),
  /** Chunk from which to ask on; null: that was the last part. */
  next: Nullable(Type.Integer()),
  /** The site's pepper, once for each duty pass: opened by that pass's own text. */
  wraps: Type.Array(Strict({ id: Type.String(), box: Type.String() }))
})
export type RosterAnswer = Static<typeof RosterAnswer>

export const RosterQuery = Strict({
  since: Type.Optional(Type.String({ maxLength: 64 })),
  /** In parts that a slow network brings in one go: chunks from this one on. Without it, all in one answer. */
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 63 })),
  /** Look-ups on this phone that found nobody, since it was enrolled. */
  misses: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }))
})

/** Held in a phone's memory and nowhere else. */
export const RosterKey = Strict({ pepper: Base64Url(43, 43) })
export type RosterKey = Static<typeof RosterKey>
