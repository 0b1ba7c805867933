import type { Transaction } from 'kysely'
import type { HouseholdChange, HouseholdSaved, MemberWrite, RevisionFields } from '../ports/register-storage.ts'
import { personRow } from './add-households.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { toHouseholdColumns, toRevisionRow, toVerified } from './register-rows.ts'
import { type Database, REALM } from './schema.ts'

type Trx = Transaction<Database>
type InsertMany = Engine['insertMany']

/** Takes the whole change back: a person was changed through another household meanwhile. */
export class Stale extends Error {}

/** Brings a stored sheet to what it is to be, when it still has the version that was read. Throws `Stale`. */
export async function saveHousehold(trx: Trx, insertMany: InsertMany, change: HouseholdChange): Promise<HouseholdSaved> {
  const { id, version, fields, members, revision } = change
  const { delivery } = change
  if (delivery !== undefined && (await isDelivered(trx, delivery))) return { kind: 'known' }
  const row = await trx
    .updateTable('household')
    .set({ ...toHouseholdColumns(fields), version: version + 1, people: members.length, ...toVerified(revision) })
    .where('realm', '=', REALM)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return { kind: (await exists(trx, id)) ? 'version' : 'missing' }
  if (delivery !== undefined)
    await insertMany(trx, 'survey_delivery', [{ realm: REALM, id: delivery, household: id, version: version + 1 }])
  const people = await savePeople(trx, insertMany, members)
  await saveMemberships(trx, insertMany, change, people)
  await saveVehicles(trx, insertMany, change)
  for (const { person, tokens } of change.tokensBefore) await removeTokens(trx, id, person ?? 0, tokens)
  await addTokens(trx, insertMany, id, 0, change.tokens)
  for (const [index, { tokens }] of members.entries())
    await addTokens(trx, insertMany, id, people[index] as number, tokens(fields.community))
  await insertMany(trx, 'household_revision', [toRevisionRow(id, version + 1, revision)])
  for (const member of members) await touchOtherHouseholds(trx, insertMany, id, member, revision)
  return { kind: 'saved', id }
}

async function isDelivered(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('survey_delivery')
    .select('id')
    .where('realm', '=', REALM)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

async function exists(trx: Trx, id: number): Promise<boolean> {
  const row = await trx.selectFrom('household').select('id').where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Ids in the order of the members. */
async function savePeople(trx: Trx, insertMany: InsertMany, members: readonly MemberWrite[]): Promise<number[]> {
  const fresh = members.filter(member => member.kind === 'new')
  let next = fresh.length === 0 ? 0 : await takeNumbers(trx, 'person', fresh.length)
  const ids: number[] = []
  for (const member of members) {
    if (member.kind === 'new') {
      await insertMany(trx, 'person', [personRow(next, 1, member.fields)])
      ids.push(next++)
      continue
    }
    ids.push(member.id)
    if (member.change === null) continue
    const { documentIndex, birthYear, body } = member.change.fields
    const done = await trx
      .updateTable('person')
      .set({ document_index: documentIndex, birth_year: birthYear, body, version: member.change.version + 1 })
      .where('realm', '=', REALM)
      .where('id', '=', member.id)
      .where('version', '=', member.change.version)
      .executeTakeFirst()
    if (done.numUpdatedRows !== 1n) throw new Stale()
  }
  return ids
}

async function saveMemberships(
  trx: Trx,
  insertMany: InsertMany,
  { id, members, revision }: HouseholdChange,
  people: readonly number[]
): Promise<void> {
  await trx.deleteFrom('membership').where('realm', '=', REALM).where('household', '=', id).execute()
  const rows = members.map((member, position) => ({
    realm: REALM,
    household: id,
    person: people[position] as number,
    relation: member.relation,
    position,
    since: member.kind === 'known' ? (member.since ?? revision.at) : revision.at
  }))
  await insertMany(trx, 'membership', rows)
}

async function saveVehicles(trx: Trx, insertMany: InsertMany, { id, vehicles }: HouseholdChange): Promise<void> {
  const before = await trx
    .selectFrom('vehicle')
    .select(['id', 'plate'])
    .where('realm', '=', REALM)
    .where('household', '=', id)
    .execute()
  const known = new Map(before.map(row => [row.plate, row.id]))
  await trx.deleteFrom('vehicle').where('realm', '=', REALM).where('household', '=', id).execute()
  for (const { plate, kind, note } of vehicles) {
    const vehicle = known.get(plate) ?? (await takeNumbers(trx, 'vehicle', 1))
    await insertMany(trx, 'vehicle', [{ realm: REALM, id: vehicle, household: id, plate, kind, note }])
  }
}

/** Who reads a sheet there must see that a person on it changed, and find the person by what is true now. */
async function touchOtherHouseholds(
  trx: Trx,
  insertMany: InsertMany,
  here: number,
  member: MemberWrite,
  revision: RevisionFields
): Promise<void> {
  if (member.kind !== 'known' || member.change === null) return
  const others = await trx
    .updateTable('household')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('realm', '=', REALM)
    .where('id', '<>', here)
    .where('id', 'in', eb =>
      eb.selectFrom('membership').select('household').where('realm', '=', REALM).where('person', '=', member.id)
    )
    .returning(['id', 'community', 'version'])
    .execute()
  for (const { id, community, version } of others) {
    await removeTokens(trx, id, member.id, member.change.tokensBefore(community))
    await addTokens(trx, insertMany, id, member.id, member.tokens(community))
    const note: RevisionFields = { ...revision, how: 'system', outcome: null, changes: null }
    await insertMany(trx, 'household_revision', [toRevisionRow(id, version, note)])
  }
}

async function removeTokens(trx: Trx, household: number, person: number, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return
  await trx
    .deleteFrom('search_token')
    .where('realm', '=', REALM)
    .where('token', 'in', [...tokens])
    .where('household', '=', household)
    .where('person', '=', person)
    .execute()
}

const addTokens = (
  trx: Trx,
  insertMany: InsertMany,
  household: number,
  person: number,
  tokens: readonly string[]
): Promise<void> =>
  insertMany(
    trx,
    'search_token',
    [...new Set(tokens)].map(token => ({ realm: REALM, token, household, person }))
  )
