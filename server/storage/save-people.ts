import type { Selectable, Transaction } from 'kysely'
import type { MemberWrite, PersonFields, RevisionFields } from '../ports/register-storage.ts'
import type { Engine } from './engine.ts'
import { toRevisionRow } from './register-rows.ts'
import { type Database, REALM } from './schema.ts'

type Trx = Transaction<Database>
type InsertMany = Engine['insertMany']

/** Takes the whole change back: a person was changed through another household meanwhile. */
export class Stale extends Error {}

export const personRow = (
  id: number,
  version: number,
  { documentIndex, birthYear, body }: PersonFields
): Selectable<Database['person']> => ({
  realm: REALM,
  id,
  document_index: documentIndex,
  birth_year: birthYear,
  body,
  version
})

/** Writes what changed of somebody who is registered. Throws `Stale`. */
export async function changePerson(trx: Trx, member: MemberWrite): Promise<void> {
  if (member.kind !== 'known' || member.change === null) return
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

/** Who reads a sheet there must see that a person on it changed, and find the person by what is true now. */
export async function touchOtherHouseholds(
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

export async function removeTokens(trx: Trx, household: number, person: number, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return
  await trx
    .deleteFrom('search_token')
    .where('realm', '=', REALM)
    .where('token', 'in', [...tokens])
    .where('household', '=', household)
    .where('person', '=', person)
    .execute()
}

export const addTokens = (
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
