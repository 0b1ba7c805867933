import { sql } from 'kysely'
import type { HouseholdFilter, MemberOf, MemberRow, RegisterStorage, TokenHit } from '../../ports/register-storage.ts'
import type { Engine } from '../engine.ts'
import { fromHouseholdRow, fromPersonRow, fromRevisionRow } from '../register-rows.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<
  RegisterStorage,
  | 'household'
  | 'householdAt'
  | 'householdsById'
  | 'households'
  | 'members'
  | 'membersOf'
  | 'vehicles'
  | 'vehicleByPlate'
  | 'personByDocument'
  | 'communitiesOf'
  | 'revisions'
  | 'findTokens'
>

export const registerReads = (engine: Engine): Methods => ({
  ...householdReads(engine),
  ...memberReads(engine),
  ...lookUps(engine)
})

type HouseholdReads = Pick<Methods, 'household' | 'householdAt' | 'householdsById' | 'households' | 'revisions' | 'findTokens'>

const householdReads = ({ db }: Engine): HouseholdReads => ({
  async household(id) {
    const row = await db.selectFrom('household').selectAll().where('realm', '=', REALM).where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromHouseholdRow(row)
  },
  async householdAt(site, addressKey) {
    const row = await db
      .selectFrom('household')
      .selectAll()
      .where('realm', '=', REALM)
      .where('site', '=', site)
      .where('address_key', '=', addressKey)
      .executeTakeFirst()
    return row === undefined ? null : fromHouseholdRow(row)
  },
  async householdsById(ids) {
    if (ids.length === 0) return []
    const rows = await db.selectFrom('household').selectAll().where('realm', '=', REALM).where('id', 'in', ids).execute()
    return rows.map(fromHouseholdRow)
  },
  async households({ community, site, building, grid, tenure, outcome, tokens, after, limit }: HouseholdFilter) {
    if (tokens?.length === 0) return [] // nobody has none of the words; and PostgreSQL knows no empty list
    let query = db
      .selectFrom('household')
      .selectAll()
      .where('realm', '=', REALM)
      .orderBy('site')
      .orderBy('address_key')
      .limit(limit)
    if (community !== null) query = query.where('community', '=', community)
    if (site !== undefined) query = query.where('site', '=', site)
    if (building !== undefined) query = query.where('building', '=', building)
    if (grid !== undefined) query = query.where('grid', '=', grid)
    if (tenure !== undefined) query = query.where('tenure', '=', tenure)
    if (outcome === 'never') query = query.where('outcome', 'is', null)
    else if (outcome !== undefined) query = query.where('outcome', '=', outcome)
    if (tokens !== undefined)
      query = query.where('id', 'in', eb =>
        eb.selectFrom('search_token').select('household').where('realm', '=', REALM).where('token', 'in', tokens)
      )
    if (after !== undefined) query = query.where(sql<boolean>`(site, address_key) > (${after.site}, ${after.addressKey})`)
    return (await query.execute()).map(fromHouseholdRow)
  },
  async revisions(household, limit) {
    const rows = await db
      .selectFrom('household_revision')
      .selectAll()
      .where('realm', '=', REALM)
      .where('household', '=', household)
      .orderBy('version', 'desc')
      .limit(limit)
      .execute()
    return rows.map(fromRevisionRow)
  },
  async findTokens(tokens, limit) {
    if (tokens.length === 0) return []
    const rows = await db
      .selectFrom('search_token')
      .select(['household', 'person'])
      .where('realm', '=', REALM)
      .where('token', 'in', tokens)
      .limit(limit)
      .execute()
    return rows.map(({ household, person }): TokenHit => ({ household, person: person === 0 ? null : person }))
  }
})

type MemberReads = Pick<Methods, 'members' | 'membersOf'>

const memberReads = ({ db }: Engine): MemberReads => ({
  async members(household) {
    const rows = await db
      .selectFrom('membership')
      .innerJoin('person', join =>
        join.onRef('person.realm', '=', 'membership.realm').onRef('person.id', '=', 'membership.person')
      )
      .selectAll('person')
      .select(['membership.relation', 'membership.position', 'membership.since'])
      .select(eb =>
        eb
          .selectFrom('membership as other')
          // An expression, for the index that begins with the person: else SQLite reads every membership.
          .where(sql<boolean>`other.realm + 0 = ${REALM}`)
          .whereRef('other.person', '=', 'membership.person')
          .whereRef('other.household', '<>', 'membership.household')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('elsewhere')
      )
      .where('membership.realm', '=', REALM)
      .where('membership.household', '=', household)
      .orderBy('membership.position')
      .execute()
    return rows.map(
      ({ relation, position, since, elsewhere, ...person }): MemberRow => ({
        ...fromPersonRow(person),
        relation: relation as MemberRow['relation'],
        position,
        since,
        elsewhere: Number(elsewhere)
      })
    )
  },
  async membersOf(households) {
    if (households.length === 0) return []
    const rows = await db
      .selectFrom('membership')
      .innerJoin('person', join =>
        join.onRef('person.realm', '=', 'membership.realm').onRef('person.id', '=', 'membership.person')
      )
      .select(['membership.household', 'membership.person', 'membership.relation', 'person.body'])
      .select('person.document_index as documentIndex')
      .where('membership.realm', '=', REALM)
      .where('membership.household', 'in', households)
      .orderBy('membership.household')
      .orderBy('membership.position')
      .execute()
    return rows.map(row => ({ ...row, relation: row.relation as MemberOf['relation'] }))
  }
})

const lookUps = ({ db }: Engine): Omit<Methods, keyof HouseholdReads | keyof MemberReads> => ({
  vehicles: household =>
    db
      .selectFrom('vehicle')
      .select(['id', 'household', 'plate', 'kind', 'note'])
      .where('realm', '=', REALM)
      .where('household', '=', household)
      .orderBy('id')
      .execute(),
  async vehicleByPlate(plate) {
    const row = await db
      .selectFrom('vehicle')
      .select(['id', 'household', 'plate', 'kind', 'note'])
      .where('realm', '=', REALM)
      .where('plate', '=', plate)
      .executeTakeFirst()
    return row ?? null
  },
  async personByDocument(documentIndex) {
    const row = await db
      .selectFrom('person')
      .selectAll()
      .where('realm', '=', REALM)
      .where('document_index', '=', documentIndex)
      .executeTakeFirst()
    return row === undefined ? null : fromPersonRow(row)
  },
  async communitiesOf(person) {
    const rows = await db
      .selectFrom('membership')
      .innerJoin('household', join =>
        join.onRef('household.realm', '=', 'membership.realm').onRef('household.id', '=', 'membership.household')
      )
      .select('household.community')
      .distinct()
      .where('membership.realm', '=', REALM)
      .where('membership.person', '=', person)
      .execute()
    return rows.map(({ community }) => community)
  }
})
