import type { DocumentInput, MemberInput, SheetInput } from '../../../shared/schema/register.ts'
import { type Fields, groupsOf } from '../../../shared/survey/sheet-fields.ts'
import type { StoredSheet } from '../register/stored-sheet.ts'

export type Contact = Pick<SheetInput, 'how' | 'outcome'>

/**
 * Merged fields as a sheet to be checked and stored. The door and the grid stay; a document that was not changed is the stored
 * one, because the fields hold only what is shown of it. Words are not checked here.
 */
export function sheetInputOf(
  { household, members }: StoredSheet,
  fields: Fields,
  documents: ReadonlyMap<string, DocumentInput>,
  contact: Contact
): SheetInput {
  const get = (path: string): string | null => fields.get(path) ?? null
  const stored = new Map(members.map(({ row, data }) => [`/members/${row.id}`, data.document]))
  const groups = groupsOf(fields)
  const landlord = get('/landlord/name')
  return {
    site: household.site,
    building: household.building,
    unit: household.unit,
    room: household.room,
    grid: household.grid,
    tenure: get('/tenure') as SheetInput['tenure'],
    landlord: landlord === null ? null : { name: landlord, phone: get('/landlord/phone') },
    note: get('/note'),
    members: memberGroups(fields).map(group => {
      const document = documents.get(group) ?? (get(`${group}/document`) === null ? null : (stored.get(group) ?? null))
      return memberOf(group, get, document)
    }),
    vehicles: groups
      .filter(group => group.startsWith('/vehicles/'))
      .map(group => ({ plate: get(`${group}/plate`) ?? '', note: get(`${group}/note`) })),
    ...contact
  }
}

/** In the order in which the members of the input stand. */
export const memberGroups = (fields: Fields): string[] => groupsOf(fields).filter(group => group.startsWith('/members/'))

function memberOf(group: string, get: (path: string) => string | null, document: DocumentInput | null): MemberInput {
  const person = Number(group.slice('/members/'.length))
  const [from, on] = (get(`${group}/arrival`) ?? '').split(' ')
  return {
    ...(group.includes('+') ? {} : { person }),
    name: get(`${group}/name`) ?? '',
    sex: (get(`${group}/sex`) ?? 'unknown') as MemberInput['sex'],
    phone: get(`${group}/phone`),
    nationality: get(`${group}/nationality`),
    needs: (get(`${group}/needs`) ?? '').split(' ').filter(need => need !== '') as MemberInput['needs'],
    arrival: from === undefined || from === '' ? null : ({ from, on: on ?? '' } as MemberInput['arrival']),
    note: get(`${group}/note`),
    relation: (get(`${group}/relation`) ?? 'relative') as MemberInput['relation'],
    document
  }
}
