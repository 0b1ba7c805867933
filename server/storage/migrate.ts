import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { StorageFailure } from '../ports/storage.ts'
import { up } from './migrations/001-first.ts'
import type { Database } from './schema.ts'

/** In order of their names; a database that knows more than these is newer than this program. */
const MIGRATIONS = { '001-first': up }

export async function migrate(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(MIGRATIONS).map(([name, run]) => [name, { up: (on: Kysely<unknown>) => run(on, isPostgres) }])
        )
    }
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const text = error instanceof Error ? error.message : String(error)
  if (/corrupted migrations/.test(text))
    throw new StorageFailure('storage-foreign', `The database is newer than this program: ${text}`, { cause: error })
  throw error
}
