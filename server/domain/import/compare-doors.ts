import { documentIndexOf } from '../pass-secrets.ts'
import type { ImportMapping } from '../../../shared/schema/imports.ts'
import type { ImportPlace, ImportRow, StagedRow } from '../../ports/import-storage.ts'
import type { PersonRow } from '../../ports/register-storage.ts'
import type { Context } from '../context.ts'
import { openHousehold, openPerson, type PersonData } from '../register/records.ts'
import type { StoredSheet } from '../register/stored-sheet.ts'
import type { DoorRow } from './match-people.ts'
import { openPlain } from './pages.ts'
import { type DoorPlan, planDoor } from './plan-door.ts'
import type { RowData } from './read-row.ts'

export type ComparedDoor = {
  readonly place: ImportPlace
  readonly rows: readonly DoorRow[]
  readonly stored: StoredSheet | null
  readonly plan: DoorPlan
  /** `none`: no row of it can be taken. */
  readonly verdict: 'new' | 'same' | 'changed' | 'conflict' | 'none'
}
export type Compared = {
  readonly doors: readonly ComparedDoor[]
  readonly find: (documentIndex: string) => PersonRow | null
}

/** What a list would do to the register as it is now, household by household, in the order of the rows. */
export async function compareDoors(
  ctx: Context,
  row: ImportRow,
  mapping: ImportMapping,
  staged: readonly StagedRow[]
): Promise<Compared> {
  const groups = groupByDoor(ctx, staged)
  const stored = await storedAt(ctx, groups)
  const documents = [...new Set(staged.flatMap(({ document }) => (document === null ? [] : [document])))]
  const people = new Map((await ctx.storage.peopleByDocuments(documents)).map(person => [person.documentIndex, person]))
  const opened = new Map<string, { row: PersonRow; data: PersonData } | null>()
  const firsts = await firstRows(ctx, row.id, documents)
  const plates = groups.flatMap(({ rows }) => rows.flatMap(({ row: data }) => data.vehicles.map(({ plate }) => plate)))
  const vehicles = new Map(
    (await ctx.storage.vehiclesByPlates([...new Set(plates)])).map(({ plate, household }) => [plate, household])
  )
  const personOf = (document: string) => {
    const known = people.get(document)
    if (!opened.has(document))
      opened.set(document, known === undefined ? null : { row: known, data: openPerson(ctx.signer, known.body) })
    return opened.get(document) ?? null
  }
  const around = {
    personOf,
    householdOf: (plate: string) => vehicles.get(plate),
    firstOf: (document: string) => firsts.get(document)
  }
  const planned = groups.map(({ place, rows }) => {
    const sheet = stored.get(keyOf(place)) ?? null
    return { place, rows, stored: sheet, plan: planDoor(rows, sheet, around) }
  })
  const doors = await withVerdicts(ctx, row.id, mapping, planned)
  return { doors, find: document => people.get(document) ?? null }
}

type Group = { place: ImportPlace; rows: DoorRow[] }
type Planned = Omit<ComparedDoor, 'verdict'>

const keyOf = ({ site, addressKey }: Pick<ImportPlace, 'site' | 'addressKey'>): string => `${site} ${addressKey}`

function groupByDoor(ctx: Context, staged: readonly StagedRow[]): Group[] {
  const groups: Group[] = []
  for (const { site, addressKey, line, document, body } of staged) {
    const last = groups.at(-1)
    const row: DoorRow = { line, document, row: openPlain<RowData>(ctx.signer, 'import-row', body) }
    if (last !== undefined && last.place.site === site && last.place.addressKey === addressKey) last.rows.push(row)
    else groups.push({ place: { site, addressKey, line }, rows: [row] })
  }
  return groups
}

async function storedAt(ctx: Context, groups: readonly Group[]): Promise<Map<string, StoredSheet>> {
  const households = await ctx.storage.householdsAt(groups.map(({ place }) => place))
  const ids = households.map(({ id }) => id)
  const members = Map.groupBy(await ctx.storage.memberRowsOf(ids), ({ household }) => household)
  const vehicles = Map.groupBy(await ctx.storage.vehicleRowsOf(ids), ({ household }) => household)
  return new Map(
    households.map((household): [string, StoredSheet] => [
      keyOf(household),
      {
        household,
        data: openHousehold(ctx.signer, household.body),
        members: (members.get(household.id) ?? []).map(({ household: _, ...row }) => ({
          row,
          data: openPerson(ctx.signer, row.body)
        })),
        vehicles: vehicles.get(household.id) ?? []
      }
    ])
  )
}

/** Of documents that stand in several rows, the first. */
async function firstRows(ctx: Context, id: string, documents: readonly string[]) {
  const firsts = new Map<string, { line: number; name: string }>()
  const part = 5_000
  for (let from = 0; from < documents.length; from += part) {
    for (const { document, line, body } of await ctx.storage.stagedTwice(id, documents.slice(from, from + part))) {
      if (document === null || firsts.has(document)) continue
      const { person } = openPlain<RowData>(ctx.signer, 'import-row', body)
      if (person !== null) firsts.set(document, { line, name: person.data.name })
    }
  }
  return firsts
}

/** What staff changed after the list was made is not overwritten, unless they agreed to it over the version that they saw. */
async function withVerdicts(
  ctx: Context,
  id: string,
  mapping: ImportMapping,
  doors: readonly Planned[]
): Promise<ComparedDoor[]> {
  const changed = doors.flatMap(({ stored, plan }) => (stored !== null && plan.changes.length > 0 ? [stored.household.id] : []))
  const edits = new Map((await ctx.storage.lastEdits(changed)).map(edit => [edit.household, edit]))
  const isNewer = ({ rows, stored }: Planned): boolean => {
    const edit = edits.get(stored?.household.id ?? 0)
    if (edit === undefined) return false
    const versions = rows.flatMap(({ row }) => (row.version === null ? [] : [row.version]))
    return versions.length > 0 ? edit.version > Math.max(...versions) : edit.at > mapping.asOf
  }
  const contested = doors.filter(door => door.plan.changes.length > 0 && (door.plan.isContested || isNewer(door)))
  const findings = await ctx.storage.importFindingsAt(
    id,
    'conflict',
    contested.map(({ place }) => place.line)
  )
  const accepted = new Map(findings.map(finding => [finding.line, finding.accepted]))
  const conflicts = new Set(contested.filter(({ place, stored }) => accepted.get(place.line) !== stored?.household.version))
  return doors.map(door => ({ ...door, verdict: verdictOf(door, conflicts.has(door)) }))
}

function verdictOf({ plan, stored }: Planned, isConflict: boolean): ComparedDoor['verdict'] {
  if (plan.sheet === null) return 'none'
  if (stored === null) return 'new'
  if (plan.changes.length === 0) return 'same'
  return isConflict ? 'conflict' : 'changed'
}

export const documentOf = (ctx: Context, { person }: RowData): string | null =>
  person === null || person.documentKey === null ? null : documentIndexOf(ctx.signer, person.documentKey)
