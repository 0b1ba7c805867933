import type { Selectable, Transaction } from 'kysely'
import type { HouseholdWrite } from '../ports/register-storage.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { toHouseholdColumns, toRevisionRow, toVerified } from './register-rows.ts'
import { changePerson, personRow, touchOtherHouseholds } from './save-people.ts'
import { type Database, REALM } from './schema.ts'

type Rows = { [Table in 'household' | 'person' | 'membership' | 'vehicle' | 'search_token']: Selectable<Database[Table]>[] }

/** Whole sheets at version 1, table by table: a statement a table, however many they are. */
export async function addHouseholds(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  writes: readonly HouseholdWrite[]
): Promise<number[]> {
  if (writes.length === 0) return []
  const count = (size: (write: HouseholdWrite) => number): number => writes.reduce((sum, write) => sum + size(write), 0)
  const newPeople = count(({ members }) => members.filter(({ kind }) => kind === 'new').length)
  const cars = count(({ vehicles }) => vehicles.length)
  const first = await takeNumbers(trx, 'household', writes.length)
  let person = newPeople === 0 ? 0 : await takeNumbers(trx, 'person', newPeople)
  let vehicle = cars === 0 ? 0 : await takeNumbers(trx, 'vehicle', cars)
  const rows: Rows = { household: [], person: [], membership: [], vehicle: [], search_token: [] }
  for (const [index, write] of writes.entries()) {
    const household = first + index
    rows.household.push(householdRow(household, write))
    addTokens(rows, household, 0, write.tokens)
    for (const [position, member] of write.members.entries()) {
      const id = member.kind === 'known' ? member.id : person++
      if (member.kind === 'new') rows.person.push(personRow(id, 1, member.fields))
      const since = member.kind === 'known' ? (member.since ?? write.revision.at) : write.revision.at
      rows.membership.push({ realm: REALM, household, person: id, relation: member.relation, position, since })
      addTokens(rows, household, id, member.tokens(write.fields.community))
    }
    for (const { plate, kind, note } of write.vehicles)
      rows.vehicle.push({ realm: REALM, id: vehicle++, household, plate, kind, note })
  }
  // In the order of the key, so that a step touches each page of the index once.
  rows.search_token.sort((a, b) => (a.token < b.token ? -1 : 1))
  for (const table of ['household', 'person', 'membership', 'vehicle', 'search_token'] as const)
    await insertMany(trx, table, rows[table])
  const revisions = writes.map(({ revision }, index) => toRevisionRow(first + index, 1, revision))
  await insertMany(trx, 'household_revision', revisions)
  for (const [index, { members, revision }] of writes.entries()) {
    for (const member of members.filter(({ kind }) => kind === 'known')) {
      await changePerson(trx, member)
      await touchOtherHouseholds(trx, insertMany, first + index, member, revision)
    }
  }
  return writes.map((_, index) => first + index)
}

const householdRow = (id: number, { fields, members, revision }: HouseholdWrite): Selectable<Database['household']> => ({
  realm: REALM,
  id,
  ...toHouseholdColumns(fields),
  version: 1,
  people: members.length,
  ...toVerified(revision)
})

function addTokens(rows: Rows, household: number, person: number, tokens: readonly string[]): void {
  for (const token of new Set(tokens)) rows.search_token.push({ realm: REALM, token, household, person })
}
