import { type Static, Type } from 'typebox'
import { Id, Line, Seconds, Serial, Strict } from './common.ts'

/** A gate asks for a pass for somebody who stands before it; site and hours are not its choice. */
export const NewVisitorPass = Strict({ name: Line(60), document: Type.Optional(Line(40)), gate: Id })
export type NewVisitorPass = Static<typeof NewVisitorPass>

export const VisitorPass = Strict({
  serial: Serial,
  text: Type.String({ description: 'The CP1 text that the QR carries' }),
  /** Masked name. */
  label: Type.String(),
  end: Seconds
})
export type VisitorPass = Static<typeof VisitorPass>
