import { MAX_MEMBERS, MAX_VEHICLES } from '../../../shared/schema/register.ts'
import type { FieldChange } from '../../../shared/schema/register.ts'
import type { FaultReason } from '../../../shared/schema/imports.ts'
import type { ImportField } from '../../../shared/register/import-fields.ts'
import type { PreparedMember, PreparedSheet } from '../register/prepare-sheet.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import { changesBetween } from '../register/sheet-changes.ts'
import type { StoredSheet } from '../register/stored-sheet.ts'
import {
  distinctPeople,
  type DoorPerson,
  type DoorRow,
  filled,
  type Match,
  matchPeople,
  overridden,
  preparedOf
} from './match-people.ts'

export type Blame = {
  readonly line: number
  readonly reason: FaultReason
  readonly field: ImportField | null
  readonly detail: string | null
}

/** What is known outside of the household and may be in the way of it. */
export type Surroundings = {
  readonly personOf: (document: string) => Match['elsewhere']
  /** Household of a plate. */
  readonly householdOf: (plate: string) => number | undefined
  /** Line and name of the first row with this document in the file. */
  readonly firstOf: (document: string) => { readonly line: number; readonly name: string } | undefined
}

/** A household as the register and the list make it together. Nobody is removed: a list that names fewer people says nothing about the others. */
export type DoorPlan = {
  readonly blames: readonly Blame[]
  readonly sheet: PreparedSheet | null
  readonly changes: readonly FieldChange[]
  readonly newPeople: number
  readonly changedPeople: number
  /** The list says something else of somebody who also lives elsewhere. */
  readonly isContested: boolean
  /** Somebody in it is in another household, too. */
  readonly isShared: boolean
}

const NOTHING = { sheet: null, changes: [], newPeople: 0, changedPeople: 0, isContested: false, isShared: false }

export function planDoor(rows: readonly DoorRow[], stored: StoredSheet | null, around: Surroundings): DoorPlan {
  const blames = [...clashesOf(rows, around), ...differences(rows), ...takenPlates(rows, stored, around)]
  const blamed = new Set(blames.map(({ line }) => line))
  const { people } = distinctPeople(rows.filter(({ line }) => !blamed.has(line)))
  const matches = matchPeople(people, stored?.members ?? [], around.personOf)
  for (const match of matches) if (isTaken(match, around)) blames.push(blame(match.from, 'document-taken', 'documentNumber'))
  const wrong = new Set(blames.map(({ line }) => line))
  const good = rows.filter(({ line }) => !wrong.has(line))
  const goodMatches = matches.filter(({ from }) => !wrong.has(from.line))
  const [first] = good
  if (first === undefined) return { blames, ...NOTHING }
  const members = membersOf(goodMatches, stored)
  const vehicles = vehiclesOf(good, stored)
  if (members.length > MAX_MEMBERS || vehicles.length > MAX_VEHICLES) {
    blames.push(...good.map(row => blame(row, 'too-many', members.length > MAX_MEMBERS ? 'name' : 'plates')))
    return { blames, ...NOTHING }
  }
  const sheet: PreparedSheet = {
    site: first.row.site,
    address: first.row.address,
    ...householdOf(good, stored, members.length),
    members,
    vehicles
  }
  const keys = members.map(({ person }, index) => (person === null ? `new-${index}` : String(person)))
  return {
    blames,
    sheet,
    changes: stored === null ? [] : changesBetween(stored, sheet, keys),
    newPeople: goodMatches.filter(({ member, elsewhere }) => member === null && elsewhere === null).length,
    changedPeople: goodMatches.filter(match => match.member !== null && isChanged(match)).length,
    isContested: goodMatches.some(isContested),
    isShared: goodMatches.some(({ member, elsewhere }) => elsewhere !== null || (member?.row.elsewhere ?? 0) > 0)
  }
}

const blame = ({ line }: DoorRow, reason: FaultReason, field: ImportField | null, detail: string | null = null): Blame => ({
  line,
  reason,
  field,
  detail
})

/** One document under two names, in the household or in the whole file: the first line counts. */
function clashesOf(rows: readonly DoorRow[], { firstOf }: Surroundings): Blame[] {
  const { people, clashes } = distinctPeople(rows)
  const inFile = people.flatMap(person => {
    const first = person.document === null ? undefined : firstOf(person.document)
    const isOther =
      first !== undefined && first.line < person.line && plainName(first.name) !== plainName(person.person.data.name)
    return isOther ? [blame(person, 'document-twice', 'documentNumber', String(first.line))] : []
  })
  return [...clashes.map(({ row, with: line }) => blame(row, 'document-twice', 'documentNumber', String(line))), ...inFile]
}

const SHARED = [
  ['tenure', 'tenure'],
  ['grid', 'grid'],
  ['landlord', 'landlordName'],
  ['householdNote', 'householdNote']
] as const

/** What is said of the household in several of its rows must be the same. */
function differences(rows: readonly DoorRow[]): Blame[] {
  return SHARED.flatMap(([key, field]) => {
    const said = rows.filter(({ row }) => row[key] !== null)
    const [first] = said
    const other = said.find(({ row }) => JSON.stringify(row[key]) !== JSON.stringify(first?.row[key]))
    return other === undefined ? [] : [blame(other, 'differs', field, String(first?.line))]
  })
}

const takenPlates = (rows: readonly DoorRow[], stored: StoredSheet | null, { householdOf }: Surroundings): Blame[] =>
  rows.flatMap(row =>
    row.row.vehicles.some(({ plate }) => {
      const household = householdOf(plate)
      return household !== undefined && household !== stored?.household.id
    })
      ? [blame(row, 'plate-taken', 'plates')]
      : []
  )

/** The document is somebody else's: of another name, or of another person than the one who is meant. */
function isTaken({ from, member, elsewhere }: Match, { personOf }: Surroundings): boolean {
  const isNamed = (name: string): boolean => plainName(name) === plainName(from.person.data.name)
  if (member !== null && member.row.documentIndex === from.document && from.document !== null) return !isNamed(member.data.name)
  if (elsewhere !== null) return member !== null || !isNamed(elsewhere.data.name)
  return member !== null && from.document !== null && personOf(from.document) !== null
}

function membersOf(matches: readonly Match[], stored: StoredSheet | null): PreparedMember[] {
  const byMember = new Map(matches.map(match => [match.member, match]))
  const before = (stored?.members ?? []).map((member): PreparedMember => {
    const match = byMember.get(member)
    const { row, data } = member
    if (match === undefined) return { person: row.id, relation: row.relation, prepared: preparedOf(data, row.birthYear) }
    const { from } = match
    const merged = overridden(data, from.person.data)
    return {
      person: row.id,
      relation: from.row.relation ?? row.relation,
      prepared: preparedOf(merged, from.person.birthYear ?? row.birthYear)
    }
  })
  const fresh = matches
    .filter(({ member }) => member === null)
    .map(({ from, elsewhere }, index): PreparedMember => {
      const prepared =
        elsewhere === null
          ? from.person
          : preparedOf(filled(elsewhere.data, from.person.data), elsewhere.row.birthYear ?? from.person.birthYear)
      return { person: null, relation: from.row.relation ?? standardRelation(from, before.length + index), prepared }
    })
  return [...before, ...fresh]
}

const standardRelation = ({ row }: DoorPerson, position: number): PreparedMember['relation'] =>
  position > 0 ? 'other' : row.tenure === 'rent' || row.tenure === 'group-rent' ? 'tenant' : 'head'

function vehiclesOf(rows: readonly DoorRow[], stored: StoredSheet | null): PreparedSheet['vehicles'] {
  const vehicles = new Map((stored?.vehicles ?? []).map(({ plate, kind, note }) => [plate, { plate, kind, note }]))
  for (const { row } of rows)
    for (const vehicle of row.vehicles) if (!vehicles.has(vehicle.plate)) vehicles.set(vehicle.plate, vehicle)
  return [...vehicles.values()]
}

function householdOf(
  rows: readonly DoorRow[],
  stored: StoredSheet | null,
  people: number
): Pick<PreparedSheet, 'tenure' | 'grid' | 'data'> {
  const said = <K extends 'tenure' | 'grid' | 'landlord' | 'householdNote'>(key: K) =>
    rows.find(({ row }) => row[key] !== null)?.row[key] ?? null
  const landlord = said('landlord')
  const known = stored?.data.landlord ?? null
  return {
    tenure: said('tenure') ?? stored?.household.tenure ?? (people === 0 ? 'vacant' : landlord === null ? 'own' : 'rent'),
    grid: said('grid') ?? stored?.household.grid ?? null,
    data: {
      landlord: landlord === null ? known : { name: landlord.name, phone: landlord.phone ?? known?.phone ?? null },
      note: said('householdNote') ?? stored?.data.note ?? null
    }
  }
}

const isChanged = ({ from, member }: Match): boolean =>
  member !== null && JSON.stringify(overridden(member.data, from.person.data)) !== JSON.stringify(member.data)

const isContested = ({ from, member }: Match): boolean =>
  member !== null &&
  member.row.elsewhere > 0 &&
  JSON.stringify(overridden(member.data, from.person.data)) !== JSON.stringify(filled(member.data, from.person.data))
