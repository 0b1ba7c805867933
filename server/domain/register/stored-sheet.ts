import type { HouseholdRow, MemberRow, VehicleRow } from '../../ports/register-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { ok } from '../../../shared/result.ts'
import { type HouseholdData, openHousehold, openPerson, type PersonData } from './records.ts'

export type StoredMember = { readonly row: MemberRow; readonly data: PersonData }
/** A sheet as it is stored, opened. */
export type StoredSheet = {
  readonly household: HouseholdRow
  readonly data: HouseholdData
  readonly members: readonly StoredMember[]
  readonly vehicles: readonly VehicleRow[]
}

/** `not-found` also for a household of another community: its existence is told to nobody. */
export async function readStored(ctx: Context, staff: Staff, id: number): Promise<Outcome<StoredSheet>> {
  const household = await ctx.storage.household(id)
  if (household === null || !mayTouch(staff, household.community)) return refused('not-found')
  const [members, vehicles] = await Promise.all([ctx.storage.members(id), ctx.storage.vehicles(id)])
  return ok({
    household,
    data: openHousehold(ctx.signer, household.body),
    members: members.map(row => ({ row, data: openPerson(ctx.signer, row.body) })),
    vehicles
  })
}
