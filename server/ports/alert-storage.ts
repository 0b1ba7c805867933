import type { FeverReading } from '../../shared/health/fever.ts'
import type { AlertKind } from '../../shared/schema/alerts.ts'

export type NewAlert = {
  kind: AlertKind
  device: string
  number: number
  site: number
  gate: string
  /** That answers for the pass; null: the realm's, or no pass. */
  community: string | null
  /** When it happened, and when the service heard of it; ms. */
  at: number
  receivedAt: number
  serial: number | null
  /** Masked name or plate. */
  label: string | null
  /** The pass was put on hold. */
  held: boolean
  note: string | null
}
export type AlertRow = NewAlert & { id: number; acknowledgedAt: number | null; acknowledgedBy: string | null }

export type AlertFilter = {
  /** null: all. An alert is seen by who answers for its site or its pass. */
  sites: readonly number[] | null
  community: string | null
  isOpen?: boolean
  before?: number
  limit: number
}

/** High readings of the gates, and what staff are told of. */
export interface AlertStorage {
  /** Those that are here already stay as they are. */
  noteFevers(readings: readonly FeverReading[]): Promise<void>
  /** Readings that may be of the same person: linked by `follows`, or of the same pass at about that time. */
  feversNear(reading: FeverReading, withinMs: number): Promise<FeverReading[]>
  hasAlert(device: string, number: number, kind: AlertKind): Promise<boolean>
  /** false: staff were told of this entry before. */
  addAlert(alert: NewAlert): Promise<boolean>
  alert(id: number): Promise<AlertRow | null>
  /** Newest first. */
  alerts(filter: AlertFilter): Promise<AlertRow[]>
  /** false when somebody was faster, or there is no such alert. */
  acknowledgeAlert(id: number, at: number, by: string): Promise<boolean>
}
