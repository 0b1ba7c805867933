import { ok } from '../../../shared/result.ts'
import type { MemberWrite, PersonRow, TokensOf } from '../../ports/register-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { documentIndexOf } from '../pass-secrets.ts'
import { type PreparedPerson, sealPerson } from './prepare-person.ts'
import type { PreparedMember, PreparedSheet } from './prepare-sheet.ts'
import { openPerson, type PersonData } from './records.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import { addressWords, personWords, tokenOf, type Word } from './search-tokens.ts'
import type { StoredMember, StoredSheet } from './stored-sheet.ts'

export type PersonFinder = (documentIndex: string) => Promise<PersonRow | null> | PersonRow | null

/**
 * Each member as it is to be written: somebody of this sheet, somebody who is registered elsewhere under the same
 * document and name, or somebody new. The same document under another name is a mistake that people have to look at.
 */
export async function memberWrites(
  ctx: Context,
  members: readonly PreparedMember[],
  before: StoredSheet | null,
  find: PersonFinder = index => ctx.storage.personByDocument(index)
): Promise<Outcome<MemberWrite[]>> {
  const writes: MemberWrite[] = []
  for (const [index, { person, relation, prepared }] of members.entries()) {
    const stored = before?.members.find(({ row }) => row.id === person)
    if (person !== null && stored === undefined) return refused('not-found', `/members/${index}/person`)
    const write = stored === undefined ? await joining(ctx, prepared, find) : staying(ctx, stored, prepared)
    if (write === null) return refused('document-taken', `/members/${index}/document`)
    writes.push({ ...write, relation, tokens: tokensOf(ctx, personWords(prepared.data)) })
  }
  const ids = writes.flatMap(write => (write.kind === 'known' ? [write.id] : []))
  const double = ids.findIndex((id, place) => ids.indexOf(id) < place)
  return double < 0 ? ok(writes) : refused('invalid-field', `/members/${double}/person`, 'twice in one sheet')
}

/** Words of the household itself: its door and its cars. */
export const householdTokens = (
  ctx: Context,
  community: string,
  { address, vehicles }: Pick<PreparedSheet, 'address' | 'vehicles'>
): string[] =>
  [...addressWords(address), ...vehicles.map(({ plate }): Word => `plate:${plate}`)].map(word =>
    tokenOf(ctx.signer, community, word)
  )

export const tokensOf =
  (ctx: Context, words: readonly Word[]): TokensOf =>
  community =>
    words.map(word => tokenOf(ctx.signer, community, word))

type Unplaced = MemberWrite extends infer Write ? (Write extends MemberWrite ? Omit<Write, 'relation' | 'tokens'> : never) : never

async function joining(ctx: Context, prepared: PreparedPerson, find: PersonFinder): Promise<Unplaced | null> {
  const fields = sealPerson(ctx.signer, prepared)
  const known = fields.documentIndex === null ? null : await find(fields.documentIndex)
  if (known === null) return { kind: 'new', fields }
  const data = openPerson(ctx.signer, known.body)
  if (plainName(data.name) !== plainName(prepared.data.name)) return null
  const merged = { ...prepared, data: merge(data, prepared.data) }
  return {
    kind: 'known',
    id: known.id,
    since: null,
    change: changeOf(data, merged, known.version, sealPerson(ctx.signer, merged), ctx)
  }
}

/** What the other household's sheet knows and this one leaves open stays known. */
const merge = (known: PersonData, now: PersonData): PersonData => ({
  ...now,
  phone: now.phone ?? known.phone,
  nationality: now.nationality ?? known.nationality,
  needs: [...new Set([...known.needs, ...now.needs])].sort(),
  arrival: now.arrival ?? known.arrival,
  note: now.note ?? known.note
})

const staying = (ctx: Context, { row, data }: StoredMember, prepared: PreparedPerson): Unplaced => ({
  kind: 'known',
  id: row.id,
  since: row.since,
  change: changeOf(data, prepared, row.version, sealPerson(ctx.signer, prepared), ctx)
})

function changeOf(
  before: PersonData,
  { data }: PreparedPerson,
  version: number,
  fields: ReturnType<typeof sealPerson>,
  ctx: Context
): (MemberWrite & { kind: 'known' })['change'] {
  if (JSON.stringify(data) === JSON.stringify(before)) return null
  return { fields, version, tokensBefore: tokensOf(ctx, personWords(before)) }
}

/** Whether somebody else holds a document of the sheet. */
export async function takenDocument(
  ctx: Context,
  members: readonly PreparedMember[],
  ids: ReadonlySet<number>
): Promise<number | null> {
  for (const [index, { prepared }] of members.entries()) {
    if (prepared.documentKey === null) continue
    const holder = await ctx.storage.personByDocument(documentIndexOf(ctx.signer, prepared.documentKey))
    if (holder !== null && !ids.has(holder.id)) return index
  }
  return null
}
