import { sql } from 'kysely'
import type { ImportStorage } from '../../ports/import-storage.ts'
import type { MemberRow } from '../../ports/register-storage.ts'
import type { Engine } from '../engine.ts'
import { inParts } from '../in-parts.ts'
import { fromHouseholdRow, fromPersonRow } from '../register-rows.ts'
import { REALM } from '../schema.ts'

type Methods = Pick<
  ImportStorage,
  'householdsAt' | 'memberRowsOf' | 'vehicleRowsOf' | 'vehiclesByPlates' | 'peopleByDocuments' | 'lastEdits'
>

/** The register for many households at once, as a list is compared with it. */
export const registerBulk = ({ db }: Engine): Methods => ({
  async householdsAt(doors) {
    const found = []
    for (const [site, ofSite] of Map.groupBy(doors, door => door.site)) {
      const keys = ofSite.map(({ addressKey }) => addressKey)
      const rows = await inParts(keys, part =>
        db
          .selectFrom('household')
          .selectAll()
          .where('realm', '=', REALM)
          .where('site', '=', site)
          .where('address_key', 'in', part)
          .execute()
      )
      found.push(...rows.map(fromHouseholdRow))
    }
    return found
  },
  async memberRowsOf(households) {
    const rows = await inParts(households, part =>
      db
        .selectFrom('membership')
        .innerJoin('person', join =>
          join.onRef('person.realm', '=', 'membership.realm').onRef('person.id', '=', 'membership.person')
        )
        .selectAll('person')
        .select(['membership.household', 'membership.relation', 'membership.position', 'membership.since'])
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
        .where('membership.household', 'in', part)
        .orderBy('membership.household')
        .orderBy('membership.position')
        .execute()
    )
    return rows.map(({ household, relation, position, since, elsewhere, ...person }) => ({
      household,
      ...fromPersonRow(person),
      relation: relation as MemberRow['relation'],
      position,
      since,
      elsewhere: Number(elsewhere)
    }))
  },
  vehicleRowsOf: households =>
    inParts(households, part =>
      db
        .selectFrom('vehicle')
        .select(['id', 'household', 'plate', 'kind', 'note'])
        .where('realm', '=', REALM)
        .where('household', 'in', part)
        .orderBy('household')
        .orderBy('id')
        .execute()
    ),
  vehiclesByPlates: plates =>
    inParts(plates, part =>
      db
        .selectFrom('vehicle')
        .select(['id', 'household', 'plate', 'kind', 'note'])
        .where('realm', '=', REALM)
        .where('plate', 'in', part)
        .execute()
    ),
  peopleByDocuments: async documentIndexes =>
    (
      await inParts(documentIndexes, part =>
        db.selectFrom('person').selectAll().where('realm', '=', REALM).where('document_index', 'in', part).execute()
      )
    ).map(fromPersonRow),
  async lastEdits(households) {
    const rows = await inParts(households, part =>
      db
        .selectFrom('household_revision')
        .select(({ fn }) => ['household', fn.max('at').as('at'), fn.max('version').as('version')])
        .where('realm', '=', REALM)
        .where('household', 'in', part)
        .where('how', 'not in', ['import', 'system'])
        // A note of a contact changes nothing of the sheet.
        .where(sql<boolean>`(changes is not null or version = 1)`)
        .groupBy('household')
        .execute()
    )
    return rows.map(({ household, at, version }) => ({ household, at: Number(at), version: Number(version) }))
  }
})
