import { type Kysely, sql } from 'kysely'
import type { HolderKeys, MassIssueStorage, PassOf } from '../ports/mass-issue-storage.ts'
import { type Database, REALM } from './schema.ts'

type Kind = Parameters<MassIssueStorage['standingPasses']>[0]
type Key = string | number
type Found = PassOf & { readonly key: Key | null }
type Asked = { readonly db: Kysely<Database>; readonly kind: Kind; readonly endsAfter: number }
/** How passes are found by one of a holder's keys. */
type Way = { readonly key: keyof HolderKeys; readonly read: (asked: Asked, keys: Key[]) => Promise<Found[]> }

const WAYS: Readonly<Record<Kind, readonly Way[]>> = {
  vehicle: [{ key: 'plate', read: (asked, keys) => byColumn(asked, 'pass.label', keys) }],
  person: [
    { key: 'documentIndex', read: (asked, keys) => byColumn(asked, 'pass.document_index', keys) },
    { key: 'person', read: (asked, keys) => byHolder(asked, 'pass_holder.person', keys) }
  ],
  // Somebody may head two households, each with a pass of its own: his document finds only what is no other household's.
  household: [
    { key: 'household', read: (asked, keys) => byHolder(asked, 'pass_holder.household', keys) },
    { key: 'documentIndex', read: ofNoHousehold }
  ]
}

/** What `MassIssueStorage.standingPasses` says, within a transaction or outside. SQLite takes 32,766 parameters a statement. */
export async function standingPasses(
  db: Kysely<Database>,
  kind: Kind,
  holders: readonly HolderKeys[],
  endsAfter: number
): Promise<PassOf[][]> {
  const found = holders.map(() => new Map<number, PassOf>())
  for (const { key, read } of WAYS[kind]) {
    const keys = new Set(holders.flatMap(holder => holder[key] ?? []))
    if (keys.size === 0) continue
    const passes = Map.groupBy(await read({ db, kind, endsAfter }, [...keys]), pass => pass.key)
    for (const [at, holder] of holders.entries())
      for (const { serial, status, endsAt } of passes.get(holder[key]) ?? []) found[at]?.set(serial, { serial, status, endsAt })
  }
  return found.map(passes => [...passes.values()].sort((a, b) => a.serial - b.serial))
}

const standing = ({ db, kind, endsAfter }: Asked) =>
  db
    .selectFrom('pass')
    .select(['pass.serial', 'pass.status', 'pass.ends_at as endsAt'])
    .where('pass.kind', '=', kind)
    .where('pass.status', 'in', ['valid', 'held'])
    .where('pass.ends_at', '>', endsAfter)

const byColumn = (asked: Asked, column: 'pass.label' | 'pass.document_index', keys: Key[]): Promise<Found[]> =>
  standing(asked)
    .select(`${column} as key`)
    .where('pass.realm', '=', REALM)
    .where(column, 'in', keys as string[])
    .execute() as Promise<Found[]>

const byHolder = (asked: Asked, column: 'pass_holder.person' | 'pass_holder.household', keys: Key[]): Promise<Found[]> =>
  standing(asked)
    .innerJoin('pass_holder', join =>
      join.onRef('pass_holder.realm', '=', 'pass.realm').onRef('pass_holder.serial', '=', 'pass.serial')
    )
    .select(`${column} as key`)
    // An expression, for the index that begins with the holders: else SQLite reads every pass.
    .where(sql<boolean>`pass_holder.realm + 0 = ${REALM}`)
    .where(column, 'in', keys as number[])
    .execute() as Promise<Found[]>

/** Passes that no mass issue gave to a household. */
function ofNoHousehold(asked: Asked, keys: Key[]): Promise<Found[]> {
  return standing(asked)
    .leftJoin('pass_holder', join =>
      join.onRef('pass_holder.realm', '=', 'pass.realm').onRef('pass_holder.serial', '=', 'pass.serial')
    )
    .select('pass.document_index as key')
    .where('pass.realm', '=', REALM)
    .where('pass.document_index', 'in', keys as string[])
    .where('pass_holder.serial', 'is', null)
    .execute() as Promise<Found[]>
}
