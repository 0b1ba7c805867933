import type { Transaction } from 'kysely'
import type { HouseholdChange, HouseholdSaved, MemberWrite } from '../ports/register-storage.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { toHouseholdColumns, toRevisionRow, toVerified } from './register-rows.ts'
import { addTokens, changePerson, personRow, removeTokens, touchOtherHouseholds } from './save-people.ts'
import { type Database, REALM } from './schema.ts'

type Trx = Transaction<Database>
type InsertMany = Engine['insertMany']

/** Brings a stored sheet to what it is to be, when it still has the version that was read. Throws `Stale`. */
export async function saveHousehold(trx: Trx, insertMany: InsertMany, change: HouseholdChange): Promise<HouseholdSaved> {
  const { id, version, fields, members, revision } = change
  const { delivery } = change
  if (delivery !== undefined && (await isDelivered(trx, delivery))) return { kind: 'known' }
  // A list that is imported is no visit: who was there last, and with what result, stays.
  const verified = revision.how === 'import' ? {} : toVerified(revision)
  const row = await trx
    .updateTable('household')
    .set({ ...toHouseholdColumns(fields), version: version + 1, people: members.length, ...verified })
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
    await changePerson(trx, member)
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
