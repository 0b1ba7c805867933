import type { PassKind } from '../../shared/pass/kinds.ts'
import type { PassStatus } from '../../shared/status/status-list.ts'

/** A pass of a person with a document, as far as the roster needs it. */
export type RosterPass = {
  serial: number
  kind: PassKind
  label: string
  startMinute: number
  hours: number
  site: number
  status: PassStatus
  endsAt: number
  documentSealed: string
  documentIndex: string
}
/** The slow key of a document at a site, sealed: made once, because making it is slow. */
export type RosterKeyRow = { documentIndex: string; keySealed: string }

export interface RosterStorage {
  /** Passes of a site, or of all sites, that end after an instant (epoch seconds), are not replaced, and have a document. */
  rosterPasses(site: number, endsAfter: number): Promise<RosterPass[]>
  /** Texts of the site's valid duty passes. */
  dutyTexts(site: number, endsAfter: number): Promise<string[]>
  rosterKeys(site: number): Promise<RosterKeyRow[]>
  keepRosterKeys(site: number, rows: readonly RosterKeyRow[]): Promise<void>
  dropRosterKeys(site: number, documentIndexes: readonly string[]): Promise<void>
}
