import { type Static, Type } from 'typebox'
import { Instant, Nullable, Strict } from './common.ts'
import { DeviceView } from './devices.ts'

/** How whole the log of one device is. */
export const DeviceHealth = Strict({
  ...DeviceView.properties,
  /** Inclusive ranges of numbers that never arrived, the lowest first; at most 50. */
  missingRanges: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
  /** Numbers whose entry does not follow from the one before, the lowest first; at most 50. */
  brokenAt: Type.Array(Type.Integer()),
  broken: Type.Integer(),
  quarantined: Type.Integer()
})
export type DeviceHealth = Static<typeof DeviceHealth>

export const QuarantinedEntry = Strict({
  /** Null: it may not stand for a number of the device. */
  number: Nullable(Type.Integer()),
  reason: Type.String(),
  /** As it came, shortened to 4,000 characters. */
  body: Type.String(),
  receivedAt: Instant
})
export type QuarantinedEntry = Static<typeof QuarantinedEntry>
