import type { FieldSheet } from '../schema/survey-field.ts'

/**
 * A sheet as single fields, by JSON Pointer: what is compared, merged and shown side by side. Fields that are empty are not
 * there. People are named by their number in the register, new ones by `+` and a word of the phone.
 */
export type Fields = ReadonlyMap<string, string>

/** Of a group (a person, a car) the field that is always there. */
const HEADS = ['name', 'plate']
const GROUP = /^\/(?:members|vehicles)\/([^/]+)(?=\/)/

export const groupOf = (path: string): string | null => GROUP.exec(path)?.[0] ?? null
export const isHead = (path: string): boolean => groupOf(path) !== null && HEADS.includes(path.slice(path.lastIndexOf('/') + 1))
export const isNewGroup = (group: string): boolean => group.includes('/+')
export const headOf = (group: string): string => `${group}/${group.startsWith('/members') ? 'name' : 'plate'}`

export function fieldsOf(sheet: Pick<FieldSheet, 'tenure' | 'landlord' | 'note' | 'members' | 'vehicles'>): Map<string, string> {
  const fields = new Map<string, string>()
  const put = (path: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') fields.set(path, value)
  }
  put('/tenure', sheet.tenure)
  put('/landlord/name', sheet.landlord?.name)
  put('/landlord/phone', sheet.landlord?.phone)
  put('/note', sheet.note)
  for (const member of sheet.members) {
    const place = `/members/${member.person}`
    put(`${place}/name`, member.name)
    put(`${place}/relation`, member.relation)
    put(`${place}/sex`, member.sex)
    put(`${place}/phone`, member.phone)
    put(`${place}/document`, member.document === null ? null : markedDocument(member.document))
    put(`${place}/nationality`, member.nationality)
    put(`${place}/needs`, [...member.needs].sort().join(' '))
    put(`${place}/arrival`, member.arrival === null ? null : `${member.arrival.from} ${member.arrival.on}`)
    put(`${place}/note`, member.note)
  }
  for (const { plate, note } of sheet.vehicles) {
    put(`/vehicles/${plate}/plate`, plate)
    put(`/vehicles/${plate}/note`, note)
  }
  return fields
}

/** A document as it is shown to grid workers, with a mark by which two numbers that look alike are told apart. */
export const markedDocument = ({ type, country, shown, mark }: NonNullable<FieldSheet['members'][number]['document']>): string =>
  `${type} ${country} ${shown} ${mark}`

/** Groups that are there, in the order of the fields. */
export const groupsOf = (fields: Fields): string[] => [
  ...new Set([...fields.keys()].flatMap(path => (isHead(path) ? (groupOf(path) ?? []) : [])))
]
