import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StorageFailure } from '../ports/storage.ts'
import { up as first } from './migrations/001-first.ts'
import { up as policies } from './migrations/010-policies.ts'
import { up as flows } from './migrations/020-flows.ts'
import { up as chainBreaks } from './migrations/030-chain-breaks.ts'
import { up as crossing } from './migrations/040-crossing.ts'
import { up as roster } from './migrations/041-roster.ts'
import { up as shifts } from './migrations/050-shifts.ts'
import { up as register } from './migrations/100-register.ts'
import { up as massIssue } from './migrations/101-mass-issue.ts'
import { up as entryDays } from './migrations/200-entry-days.ts'
import { up as shared } from './migrations/201-shared.ts'
import { up as massHolder } from './migrations/210-mass-holder.ts'
import { up as membershipHome } from './migrations/211-membership-home.ts'
import { up as holderPerson } from './migrations/212-holder-person.ts'
import { up as holderHousehold } from './migrations/230-holder-household.ts'
import { up as passExceptions } from './migrations/231-pass-exceptions.ts'
import { up as registerImports } from './migrations/240-register-imports.ts'
import { up as survey } from './migrations/250-survey.ts'
import { up as work } from './migrations/260-work.ts'
import { up as cardWarning } from './migrations/261-card-warning.ts'
import { up as retention } from './migrations/270-retention.ts'
import type { Database } from './schema.ts'

/** In order of their names, the same for every engine. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-first': { up: first },
  '010-policies': { up: policies },
  '020-flows': { up: flows },
  '030-chain-breaks': { up: chainBreaks },
  '040-crossing': { up: crossing },
  '041-roster': { up: roster },
  '050-shifts': { up: shifts },
  '100-register': { up: register },
  '101-mass-issue': { up: massIssue },
  '200-entry-days': { up: entryDays },
  '201-shared': { up: shared },
  '210-mass-holder': { up: massHolder },
  '211-membership-home': { up: membershipHome },
  '212-holder-person': { up: holderPerson },
  '230-holder-household': { up: holderHousehold },
  '231-pass-exceptions': { up: passExceptions },
  '240-register-imports': { up: registerImports },
  '250-survey': { up: survey },
  '260-work': { up: work },
  '261-card-warning': { up: cardWarning },
  '270-retention': { up: retention }
}

/** Grows with each migration; a database with a higher one was written by a newer program. */
export const SCHEMA_VERSION = Object.keys(MIGRATIONS).length

/**
 * Brings the database to the newest layout; each step is one transaction. Does nothing when it is there already.
 * `schema`: where the list of steps is kept, for engines that have several.
 */
export async function migrate(db: Kysely<Database>, schema?: string): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    ...(schema === undefined ? {} : { migrationTableSchema: schema })
  }).migrateToLatest()
  if (error === undefined) return
  const text = error instanceof Error ? error.message : String(error)
  if (!text.startsWith('corrupted migrations')) throw error
  throw new StorageFailure('storage-foreign', 'The database was written by a newer program. It was not changed.', {
    cause: error
  })
}
