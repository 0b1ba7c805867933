import { addressKey } from '../../../shared/register/address.ts'
import type { ChangeWay } from '../../../shared/register/words.ts'
import { ok } from '../../../shared/result.ts'
import type { ContactInput, FieldChange, SheetChange, SheetInput } from '../../../shared/schema/register.ts'
import type { HouseholdWrite, RevisionFields } from '../../ports/register-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { localDayOf } from '../local-day.ts'
import { householdTokens, memberWrites, type PersonFinder, takenDocument } from './member-writes.ts'
import { householdFields, type PreparedSheet, prepareSheet } from './prepare-sheet.ts'
import { sealRecord } from './records.ts'
import { personWords, type Word } from './search-tokens.ts'
import { changesBetween } from './sheet-changes.ts'
import { readStored, type StoredSheet } from './stored-sheet.ts'
import { tokensOf } from './member-writes.ts'

/** A new sheet: the id of its household. */
export async function addSheet(ctx: Context, staff: Staff, input: SheetInput): Promise<Outcome<number>> {
  const checked = await checkSheet(ctx, staff, input)
  if (!checked.ok) return checked
  const { sheet, community } = checked.value
  const write = await writeOf(ctx, sheet, community, revisionOf(ctx, staff, input, []), null)
  if (!write.ok) return write
  const ids = await ctx.storage.addHouseholds([write.value])
  if (ids === null) return whatIsTaken(ctx, sheet, null)
  await audit(ctx, staff, 'add-household', String(ids[0]))
  return ok(ids[0] as number)
}

/** The sheet as it is to be; refused when somebody changed it since it was read. `delivery`: an id under which it happens once. */
export async function changeSheet(
  ctx: Context,
  staff: Staff,
  id: number,
  input: SheetChange,
  delivery?: string
): Promise<Outcome<number>> {
  const stored = await readStored(ctx, staff, id)
  if (!stored.ok) return stored
  if (stored.value.household.version !== input.version) return refused('version-conflict', '/version')
  const checked = await checkSheet(ctx, staff, input)
  if (!checked.ok) return checked
  const { sheet, community } = checked.value
  const changes = changesBetween(
    stored.value,
    sheet,
    sheet.members.map(({ person }, index) => (person === null ? `new-${index}` : String(person)))
  )
  const write = await writeOf(ctx, sheet, community, revisionOf(ctx, staff, input, changes), stored.value)
  if (!write.ok) return write
  const saved = await ctx.storage.saveHousehold({
    ...write.value,
    id,
    version: input.version,
    tokensBefore: tokensBefore(ctx, stored.value),
    ...(delivery === undefined ? {} : { delivery })
  })
  if (saved.kind === 'known') return ok(id)
  if (saved.kind === 'taken') return whatIsTaken(ctx, sheet, stored.value)
  if (saved.kind === 'version') return refused('version-conflict', '/version')
  if (saved.kind === 'missing') return refused('not-found')
  await audit(ctx, staff, 'change-household', String(id))
  return ok(id)
}

/** Somebody was asked, or nobody answered: the sheet stays as it is. */
export async function noteContact(ctx: Context, staff: Staff, id: number, input: ContactInput): Promise<Outcome<number>> {
  const household = await ctx.storage.household(id)
  if (household === null || !mayTouch(staff, household.community)) return refused('not-found')
  const changes = input.note === null ? [] : [{ path: '/contact', before: null, after: input.note }]
  await ctx.storage.noteContact(id, revisionOf(ctx, staff, input, changes))
  return ok(id)
}

/** Checks what the sheet says against the places that exist. */
async function checkSheet(
  ctx: Context,
  staff: Staff,
  input: SheetInput
): Promise<Outcome<{ sheet: PreparedSheet; community: string }>> {
  const site = (await ctx.storage.sites()).find(({ number }) => number === input.site)
  if (site === undefined || !mayTouch(staff, site.community)) return refused('site-unknown', '/site')
  if (input.grid !== null) {
    const grid = (await ctx.storage.grids()).find(({ id }) => id === input.grid)
    if (grid?.community !== site.community) return refused('grid-unknown', '/grid')
  }
  const sheet = prepareSheet(input, localDayOf(ctx.env.now()))
  return sheet.ok ? ok({ sheet: sheet.value, community: site.community }) : sheet
}

/** What is written for a sheet; `find` looks people up by their documents. */
export async function writeOf(
  ctx: Context,
  sheet: PreparedSheet,
  community: string,
  revision: RevisionFields,
  before: StoredSheet | null,
  find?: PersonFinder
): Promise<Outcome<HouseholdWrite>> {
  const members = await memberWrites(ctx, sheet.members, before, find)
  if (!members.ok) return members
  return ok({
    fields: householdFields(ctx.signer, sheet, community),
    members: members.value,
    vehicles: sheet.vehicles,
    tokens: householdTokens(ctx, community, sheet),
    revision
  })
}

/** Words by which the sheet is found as it is stored. */
export function tokensBefore(ctx: Context, { household, members, vehicles }: StoredSheet) {
  const { community } = household
  const own = householdTokens(ctx, community, { address: household, vehicles })
  const words = (data: (typeof members)[number]['data']): Word[] => personWords(data)
  return [
    { person: null, tokens: own },
    ...members.map(({ row, data }) => ({ person: row.id, tokens: tokensOf(ctx, words(data))(community) }))
  ]
}

/** The database says that something is taken; this finds out what. */
async function whatIsTaken(ctx: Context, sheet: PreparedSheet, before: StoredSheet | null): Promise<Outcome<never>> {
  const there = await ctx.storage.householdAt(sheet.site, addressKey(sheet.address))
  if (there !== null && there.id !== before?.household.id) return refused('address-taken', '/room')
  for (const [index, { plate }] of sheet.vehicles.entries()) {
    const vehicle = await ctx.storage.vehicleByPlate(plate)
    if (vehicle !== null && vehicle.household !== before?.household.id) return refused('plate-taken', `/vehicles/${index}/plate`)
  }
  const own = new Set(before?.members.map(({ row }) => row.id))
  const member = await takenDocument(ctx, sheet.members, own)
  return member === null ? refused('version-conflict') : refused('document-taken', `/members/${member}/document`)
}

export function revisionOf(
  ctx: Context,
  staff: Pick<Staff, 'id' | 'displayName'>,
  { how, outcome }: { how: ChangeWay; outcome: RevisionFields['outcome'] },
  changes: readonly FieldChange[]
): RevisionFields {
  const sealed = changes.length === 0 ? null : sealRecord(ctx.signer, 'revision', changes)
  return { at: ctx.env.now(), actor: staff.id, actorName: staff.displayName, how, outcome, changes: sealed }
}

const audit = (ctx: Context, staff: Staff, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail: '' })
