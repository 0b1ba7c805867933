import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, Page, PageQuery, Serial, SiteNumber, Strict, Words } from './common.ts'

/** `fever`: a second high reading. `plate`: a vehicle that staff wanted to hear of; a notice, nothing was refused.
 * `sealed`: what a phone wrote down of somebody could not be opened. */
export const ALERT_KINDS = ['fever', 'plate', 'sealed'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export const AlertId = Type.Integer({ minimum: 1, maximum: 2 ** 50 })

export const AlertView = Strict({
  id: AlertId,
  kind: Words(ALERT_KINDS),
  at: Instant,
  receivedAt: Instant,
  site: SiteNumber,
  gate: Id,
  device: Id,
  deviceName: Type.String(),
  number: Type.Integer(),
  serial: Nullable(Serial),
  /** Masked name or plate; null: nobody known. */
  label: Nullable(Type.String()),
  /** The pass was put on hold at every gate. */
  held: Type.Boolean(),
  note: Nullable(Type.String()),
  acknowledgedAt: Nullable(Instant),
  acknowledgedBy: Nullable(Type.String({ description: 'Display name of the account' }))
})
export type AlertView = Static<typeof AlertView>
export const AlertPage = Page(AlertView)
export const AlertQuery = Strict({ ...PageQuery, open: Type.Optional(Type.Boolean()) })
export type AlertQuery = Static<typeof AlertQuery>
