import type { PassKind } from '../../shared/pass/kinds.ts'
import type { PassStatus } from '../../shared/status/status-list.ts'

/** A pass of a person, as far as the roster needs it. One of both is there: the document, or whom of the register it was made for. */
export type RosterPass = {
  serial: number
  kind: PassKind
  label: string
  startMinute: number
  hours: number
  site: number
  status: PassStatus
  endsAt: number
  documentSealed: string | null
  documentIndex: string | null
  person: number | null
}
/** Somebody registered at a site, once for each household. `body` is sealed; `version` grows with every change of it. */
export type RosterResident = {
  person: number
  version: number
  documentIndex: string | null
  body: string
  building: string
}
/** The slow key of a claim at a site, sealed: made once, because making it is slow. `claim`: keyed hash of it. */
export type RosterKeyRow = { claim: string; keySealed: string }

export interface RosterStorage {
  /** Passes of a site, or of all sites, that end after an instant (epoch seconds), are not replaced, and tell whose they are. */
  rosterPasses(site: number, endsAfter: number): Promise<RosterPass[]>
  rosterResidents(site: number): Promise<RosterResident[]>
  /** Texts of the site's valid duty passes. */
  dutyTexts(site: number, endsAfter: number): Promise<string[]>
  rosterKeys(site: number): Promise<RosterKeyRow[]>
  keepRosterKeys(site: number, rows: readonly RosterKeyRow[]): Promise<void>
  dropRosterKeys(site: number, claims: readonly string[]): Promise<void>
}
