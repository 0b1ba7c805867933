import { documentKey } from '../../../shared/identity/document.ts'
import type { PersonRow } from '../../ports/register-storage.ts'
import type { PreparedPerson } from '../register/prepare-person.ts'
import type { PersonData } from '../register/records.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import type { StoredMember } from '../register/stored-sheet.ts'
import type { RowData } from './read-row.ts'

export type DoorRow = { readonly line: number; readonly document: string | null; readonly row: RowData }
export type DoorPerson = DoorRow & { readonly person: PreparedPerson }

/** Somebody of the list, and who that is in the register. */
export type Match = {
  readonly from: DoorPerson
  /** Already in this household. */
  readonly member: StoredMember | null
  /** Registered elsewhere under the same document. */
  readonly elsewhere: { readonly row: PersonRow; readonly data: PersonData } | null
}

const personIn = (row: DoorRow): DoorPerson[] => (row.row.person === null ? [] : [{ ...row, person: row.row.person }])

/** The same line twice is the same person; who shares no document and differs in anything is somebody else. */
export function distinctPeople(rows: readonly DoorRow[]): { people: DoorPerson[]; clashes: { row: DoorPerson; with: number }[] } {
  const people: DoorPerson[] = []
  const clashes: { row: DoorPerson; with: number }[] = []
  for (const row of rows.flatMap(personIn)) {
    const twin = people.find(other =>
      row.document === null
        ? other.document === null &&
          JSON.stringify(other.person) === JSON.stringify(row.person) &&
          other.row.relation === row.row.relation
        : other.document === row.document
    )
    if (twin === undefined) people.push(row)
    else if (nameOf(twin) !== nameOf(row)) clashes.push({ row, with: twin.line })
  }
  return { people, clashes }
}

/**
 * Finds each person of the list among the members: by document, else by name where one of the two has no document. Of
 * several with one name the one with the same phone or relation, else the first.
 */
export function matchPeople(
  people: readonly DoorPerson[],
  members: readonly StoredMember[],
  known: (document: string) => Match['elsewhere']
): Match[] {
  const free = new Set(members)
  const byDocument = new Map<DoorPerson, StoredMember>()
  for (const from of people) {
    const member = from.document === null ? undefined : members.find(({ row }) => row.documentIndex === from.document)
    if (member === undefined) continue
    byDocument.set(from, member)
    free.delete(member)
  }
  return people.map((from): Match => {
    const member = byDocument.get(from) ?? byName(from, free)
    if (member !== null) free.delete(member)
    return { from, member, elsewhere: from.document === null || byDocument.has(from) ? null : known(from.document) }
  })
}

function byName(from: DoorPerson, free: ReadonlySet<StoredMember>): StoredMember | null {
  const same = [...free].filter(
    ({ row, data }) => plainName(data.name) === nameOf(from) && (from.document === null || row.documentIndex === null)
  )
  return (
    same.find(({ data }) => data.phone !== null && data.phone === from.person.data.phone) ??
    same.find(({ row }) => row.relation === from.row.relation) ??
    same[0] ??
    null
  )
}

/** What the list says counts; what it leaves open stays. A name that is only written in another way stays, too. */
export const overridden = (known: PersonData, now: PersonData): PersonData => ({
  ...known,
  name: plainName(known.name) === plainName(now.name) ? known.name : now.name,
  sex: now.sex === 'unknown' ? known.sex : now.sex,
  document: now.document ?? known.document,
  phone: now.phone ?? known.phone,
  nationality: now.nationality ?? known.nationality,
  needs: now.needs.length > 0 ? now.needs : known.needs,
  arrival: now.arrival ?? known.arrival,
  note: now.note ?? known.note
})

/** What is known counts; the list fills gaps alone. */
export const filled = (known: PersonData, now: PersonData): PersonData => ({
  ...known,
  sex: known.sex === 'unknown' ? now.sex : known.sex,
  document: known.document ?? now.document,
  phone: known.phone ?? now.phone,
  nationality: known.nationality ?? now.nationality,
  needs: known.needs.length > 0 ? known.needs : now.needs,
  arrival: known.arrival ?? now.arrival,
  note: known.note ?? now.note
})

export const preparedOf = (data: PersonData, birthYear: number | null): PreparedPerson => ({
  data,
  birthYear,
  documentKey: data.document === null ? null : documentKey(data.document)
})

export const nameOf = ({ person }: DoorPerson): string => plainName(person.data.name)
