import type { RosterRecord } from '../../../shared/roster/roster-format.ts'
import { tRoster } from '../../../ui/i18n/roster.ts'
import type { Passage } from '../../state/scan.ts'

/** The calendar day in China (UTC+8, no summer time). */
export function dayOf(ms: number): { year: number; month: number; day: number } {
  const local = new Date(ms + 8 * 3_600_000)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** What is to be judged and logged of a record; the building stands beside the name, where the volunteer looks. */
export const passageOfRecord = ({ pass, building }: RosterRecord): Passage => ({
  method: 'roster',
  presented: 'roster',
  serial: pass.serial,
  kind: pass.kind,
  roster: building === '' ? pass : { ...pass, label: `${pass.label} · ${buildingName(building)}` }
})

/** A number is one of many; a letter or a name says what it is. */
const buildingName = (building: string): string =>
  /^\d+$/.test(building) ? tRoster('roster.building', { number: building }) : building
