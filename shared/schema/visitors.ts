import { type Static, Type } from 'typebox'
import { PURPOSES } from '../log/entry.ts'
import { HEALTH_ANSWERS } from '../visitor/visitor-record.ts'
import { Id, Nullable, Strict, Words } from './common.ts'

export const EntryRef = Strict({ device: Id, number: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) })

/** Somebody without a pass, in clear, for staff of the site; each look is audited. */
export const VisitorView = Strict({
  record: Nullable(
    Strict({
      name: Type.String(),
      phone: Type.String(),
      document: Type.String(),
      building: Type.String(),
      unit: Type.String(),
      room: Type.String(),
      host: Type.String(),
      purpose: Words(PURPOSES),
      health: Words(HEALTH_ANSWERS)
    })
  ),
  /** Why there is no record; null: there is. */
  failure: Nullable(Type.String())
})
export type VisitorView = Static<typeof VisitorView>
