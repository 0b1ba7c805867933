import { addressText } from '../../../shared/register/address.ts'
import type { FieldChange } from '../../../shared/schema/register.ts'
import type { PreparedSheet } from './prepare-sheet.ts'
import type { HouseholdData, PersonData } from './records.ts'
import type { StoredSheet } from './stored-sheet.ts'

type Flat = ReadonlyMap<string, string>
type Sheet = {
  readonly site: number
  readonly address: string
  readonly tenure: string
  readonly grid: string | null
  readonly data: HouseholdData
  /** `key` names the same person in both versions. */
  readonly members: readonly { readonly key: string; readonly relation: string; readonly data: PersonData }[]
  readonly vehicles: readonly { readonly plate: string; readonly note: string | null }[]
}

/** Which fields differ, in the order in which they stand on the sheet: what the history shows. */
export function changesBetween(before: StoredSheet, after: PreparedSheet, memberKeys: readonly string[]): FieldChange[] {
  const old = flat({
    site: before.household.site,
    address: addressText(before.household),
    tenure: before.household.tenure,
    grid: before.household.grid,
    data: before.data,
    members: before.members.map(({ row, data }) => ({ key: String(row.id), relation: row.relation, data })),
    vehicles: before.vehicles
  })
  const now = flat({
    site: after.site,
    address: addressText(after.address),
    tenure: after.tenure,
    grid: after.grid,
    data: after.data,
    members: after.members.map(({ relation, prepared }, index) => ({
      key: memberKeys[index] ?? `new-${index}`,
      relation,
      data: prepared.data
    })),
    vehicles: after.vehicles
  })
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter(path => old.get(path) !== now.get(path))
    .map(path => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
}

function flat({ site, address, tenure, grid, data, members, vehicles }: Sheet): Flat {
  const fields = new Map<string, string>()
  const put = (path: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') fields.set(path, value)
  }
  put('/site', String(site))
  put('/address', address)
  put('/tenure', tenure)
  put('/grid', grid)
  put('/landlord/name', data.landlord?.name)
  put('/landlord/phone', data.landlord?.phone)
  put('/note', data.note)
  for (const { key, relation, data: person } of members) putPerson(put, `/members/${key}`, relation, person)
  for (const { plate, note } of vehicles) put(`/vehicles/${plate}`, note ?? plate)
  return fields
}

function putPerson(
  put: (path: string, value: string | null | undefined) => void,
  place: string,
  relation: string,
  { name, sex, document, phone, nationality, needs, arrival, note }: PersonData
): void {
  put(`${place}/name`, name)
  put(`${place}/relation`, relation)
  put(`${place}/sex`, sex)
  put(`${place}/document`, document === null ? null : `${document.type} ${document.country} ${document.number}`)
  put(`${place}/phone`, phone)
  put(`${place}/nationality`, nationality)
  put(`${place}/needs`, needs.join(' '))
  put(`${place}/arrival`, arrival === null ? null : `${arrival.from} ${arrival.on}`)
  put(`${place}/note`, note)
}
