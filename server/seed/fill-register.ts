import { createHash } from 'node:crypto'
import { addressKey } from '../../shared/register/address.ts'
import { documentKey } from '../../shared/identity/document.ts'
import type { Context } from '../domain/context.ts'
import { householdTokens, tokensOf } from '../domain/register/member-writes.ts'
import { sealPerson } from '../domain/register/prepare-person.ts'
import { sealRecord } from '../domain/register/records.ts'
import { personWords } from '../domain/register/search-tokens.ts'
import { documentIndexOf } from '../domain/pass-secrets.ts'
import type { HouseholdWrite, MemberWrite } from '../ports/register-storage.ts'
import type { SeedHousehold } from './generate.ts'
import type { SeedPerson } from './people.ts'
import type { SeedPlaces } from './places.ts'

/** Households a transaction: a step that is large enough that each page of the search index is written few times. */
const STEP = 5_000

export type Filled = { households: number; people: number; sha256: string }

/** Stores generated households; the digest is of the data alone, so that the same seed is seen to give the same data. */
export async function fillRegister(
  ctx: Context,
  places: SeedPlaces,
  households: Iterable<SeedHousehold>,
  each: (household: SeedHousehold, sheet: number) => void
): Promise<Filled> {
  const digest = createHash('sha256')
  const filled = { households: 0, people: 0 }
  let waiting: { household: SeedHousehold; write: HouseholdWrite }[] = []
  const flush = async (): Promise<void> => {
    const step = waiting
    waiting = []
    const ids = await ctx.storage.addHouseholds(step.map(({ write }) => write))
    if (ids === null) throw new Error('the folder holds a register already')
    for (const [index, { household }] of step.entries()) each(household, ids[index] as number)
  }
  for (const household of households) {
    digest.update(`${JSON.stringify(household)}\n`)
    if (household.isShared) await flush()
    waiting.push({ household, write: await writeOf(ctx, places, household) })
    if (household.people.length > 0) filled.households++
    filled.people += household.people.length - (household.isShared ? 1 : 0)
    if (waiting.length >= STEP) await flush()
  }
  await flush()
  return { ...filled, sha256: digest.digest('hex') }
}

async function writeOf(ctx: Context, places: SeedPlaces, household: SeedHousehold): Promise<HouseholdWrite> {
  const { address, people, vehicles, tenure, landlord, how, outcome } = household
  const community = places.communities[household.community] as string
  const members: MemberWrite[] = []
  for (const person of people) members.push(await memberOf(ctx, person, household.isShared === true))
  return {
    fields: {
      site: household.site,
      community,
      ...address,
      addressKey: addressKey(address),
      tenure,
      grid: household.grid === null ? null : (places.grids[household.community]?.[household.grid] ?? null),
      body: sealRecord(ctx.signer, 'household', { landlord, note: null })
    },
    members,
    vehicles,
    tokens: householdTokens(ctx, community, { address, vehicles }),
    revision: { at: ctx.env.now(), actor: 'operator', actorName: 'operator', how, outcome, changes: null }
  }
}

async function memberOf(ctx: Context, { relation, birthYear, data }: SeedPerson, mayBeKnown: boolean): Promise<MemberWrite> {
  const key = data.document === null ? null : documentKey(data.document)
  const tokens = tokensOf(ctx, personWords(data))
  const known = mayBeKnown && key !== null ? await ctx.storage.personByDocument(documentIndexOf(ctx.signer, key)) : null
  if (known !== null) return { kind: 'known', id: known.id, since: null, change: null, relation, tokens }
  return { kind: 'new', fields: sealPerson(ctx.signer, { data, birthYear, documentKey: key }), relation, tokens }
}
