import type { CalendarDay } from '../../../shared/identity/calendar-day.ts'
import { parseOtherPlate, parsePlate } from '../../../shared/identity/plate.ts'
import { parseName } from '../../../shared/mask/name.ts'
import { type Address, addressKey, parseAddress } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type { SheetInput, VehicleInput } from '../../../shared/schema/register.ts'
import type { HouseholdFields, VehicleWrite } from '../../ports/register-storage.ts'
import type { Signer } from '../../ports/signer.ts'
import { type Outcome, refused } from '../context.ts'
import { readPhone } from './foreign-phone.ts'
import { type PreparedPerson, preparePerson } from './prepare-person.ts'
import { type HouseholdData, sealRecord } from './records.ts'

export type PreparedMember = {
  readonly person: number | null
  readonly relation: SheetInput['members'][number]['relation']
  readonly prepared: PreparedPerson
}
/** A sheet whose every field was checked by itself; whether it fits to others is seen when it is stored. */
export type PreparedSheet = {
  readonly site: number
  readonly address: Address
  readonly tenure: SheetInput['tenure']
  readonly grid: string | null
  readonly data: HouseholdData
  readonly members: readonly PreparedMember[]
  readonly vehicles: readonly VehicleWrite[]
}

export function prepareSheet(input: SheetInput, today: CalendarDay): Outcome<PreparedSheet> {
  const address = parseAddress(input)
  if (!address.ok) return refused('address-invalid', `/${address.failure}`)
  const landlord = prepareLandlord(input.landlord)
  if (!landlord.ok) return landlord
  const members: PreparedMember[] = []
  for (const [index, member] of input.members.entries()) {
    const prepared = preparePerson(member, today)
    if (!prepared.ok) return at(`/members/${index}`, prepared.failure)
    members.push({ person: member.person ?? null, relation: member.relation, prepared: prepared.value })
  }
  const double = firstDouble(members.map(({ prepared }) => prepared.documentKey))
  if (double !== null) return refused('document-taken', `/members/${double}/document`)
  const vehicles = prepareVehicles(input.vehicles)
  if (!vehicles.ok) return vehicles
  const { site, tenure, grid, note } = input
  return ok({
    site,
    address: address.value,
    tenure,
    grid,
    data: { landlord: landlord.value, note },
    members,
    vehicles: vehicles.value
  })
}

export const householdFields = (
  signer: Pick<Signer, 'seal'>,
  { site, address, tenure, grid, data }: PreparedSheet,
  community: string
): HouseholdFields => ({
  site,
  community,
  ...address,
  addressKey: addressKey(address),
  tenure,
  grid,
  body: sealRecord(signer, 'household', data)
})

export function prepareLandlord(input: SheetInput['landlord']): Outcome<HouseholdData['landlord']> {
  if (input === null) return ok(null)
  const name = parseName(input.name)
  if (!name.ok) return refused('name-invalid', '/landlord/name', name.failure)
  const phone = input.phone === null ? ok(null) : readPhone(input.phone)
  if (!phone.ok) return refused('phone-invalid', '/landlord/phone', phone.failure)
  return ok({ name: name.value, phone: phone.value })
}

export function prepareVehicles(inputs: readonly VehicleInput[]): Outcome<VehicleWrite[]> {
  const vehicles: VehicleWrite[] = []
  for (const [index, { plate, note }] of inputs.entries()) {
    // A temporary paper plate or an e-bike is registered, too.
    const known = parsePlate(plate)
    const parsed = known.ok ? known : parseOtherPlate(plate)
    if (!parsed.ok) return refused('plate-invalid', `/vehicles/${index}/plate`, parsed.failure)
    vehicles.push({ ...parsed.value, note })
  }
  const double = firstDouble(vehicles.map(({ plate }) => plate))
  return double === null ? ok(vehicles) : refused('plate-taken', `/vehicles/${double}/plate`)
}

const at = (place: string, failure: { code: Parameters<typeof refused>[0]; path?: string; detail?: string }) =>
  refused(failure.code, `${place}${failure.path ?? ''}`, failure.detail)

/** Place of the first value that stood there before. */
function firstDouble(values: readonly (string | null)[]): number | null {
  const index = values.findIndex((value, place) => value !== null && values.indexOf(value) < place)
  return index < 0 ? null : index
}
