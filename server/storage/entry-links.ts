import type { Kysely } from 'kysely'
import type { EntryLink } from '../ports/log-storage.ts'
import { type Database, REALM } from './schema.ts'

export async function entryLinks(db: Kysely<Database>, device: string, numbers: readonly number[]): Promise<EntryLink[]> {
  if (numbers.length === 0) return []
  const links = () =>
    db
      .selectFrom('entry')
      .select(['number', 'hash', 'previous_hash as previousHash'])
      .where('realm', '=', REALM)
      .where('device', '=', device)
  const own = await links().where('number', 'in', numbers).execute()
  const after = await links()
    .where('number', '>', Math.max(...numbers))
    .orderBy('number')
    .limit(1)
    .execute()
  return [...own, ...after]
}
