import { addAccount } from '../domain/accounts.ts'
import { type Context, OPERATOR, type Outcome } from '../domain/context.ts'
import { newId } from '../domain/ids.ts'
import type { Plan } from './proportions.ts'
import { apportion } from './random.ts'

/** Ids of what was made, in the order of the plan. */
export type SeedPlaces = { readonly communities: readonly string[]; readonly grids: readonly (readonly string[])[] }

/** Communities of the street by their real names; everything below them is invented. */
const COMMUNITIES = ['凤凰国际', '汇德', '环保科技园'] as const
const COMMUNITIES_EN = ['Phoenix International', 'Huide', 'Environmental Science Park'] as const
const GARDENS = ['花园', '家园', '新城', '雅居', '公寓', '里', '苑'] as const
const STREET = '370176001'
const OLD_STREET = '370171001'
/** Last three digits of the statistical code, which stayed when the street was renumbered. */
const CODES = ['020', '025', '013'] as const
const RENUMBERED = '2023-01-01'
const PER_COMMUNITY = 6

export const SEED_PASSWORD = 'synthetic-data-2020'

/** Communities with their codes, grids, sites, gates and staff accounts. */
export async function makePlaces(ctx: Context, plan: Plan): Promise<SeedPlaces> {
  const communities: string[] = []
  const grids: string[][] = []
  let site = 1
  const sites = plan.communities.reduce((sum, community) => sum + community.sites, 0)
  const gates = apportion(
    Math.max(plan.gates, sites),
    Array.from({ length: sites }, (_, index) => 1 + (index % 5 === 0 ? 1 : 0))
  )
  for (const community of plan.communities) {
    const id = await addCommunity(ctx, community.index)
    communities.push(id)
    grids.push(await addGrids(ctx, id, community.grids))
    for (let own = 0; own < community.sites; own++, site++) await addSite(ctx, id, site, own, gates[site - 1] ?? 1)
  }
  await ctx.storage.nextTrustVersion(ctx.env.now())
  await addStaff(ctx, communities)
  return { communities, grids }
}

const nameOf = (index: number): string => COMMUNITIES[index] ?? `第${index + 1}`

async function addCommunity(ctx: Context, index: number): Promise<string> {
  const id = newId(ctx.env)
  const name = `${nameOf(index)}社区`
  await ctx.storage.addCommunity({ id, name, nameEn: `${COMMUNITIES_EN[index] ?? `No. ${index + 1}`} Community` })
  const code = CODES[index] ?? String(100 + index)
  await ctx.storage.addDivision({ community: id, code: OLD_STREET + code, name, from: '2020-01-01', to: RENUMBERED })
  await ctx.storage.addDivision({ community: id, code: STREET + code, name, from: RENUMBERED, to: null })
  return id
}

async function addGrids(ctx: Context, community: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const id = newId(ctx.env)
    await ctx.storage.putGrid({ id, community, name: `${String(index + 1).padStart(2, '0')}网格`, worker: null })
    ids.push(id)
  }
  return ids
}

async function addSite(ctx: Context, community: string, number: number, index: number, gates: number): Promise<void> {
  const name = `${number}号${GARDENS[index % GARDENS.length]}`
  await ctx.storage.addSite({ number, community, name, nameEn: `Compound ${number}` })
  for (let gate = 0; gate < gates; gate++) {
    const [gateName, nameEn] = (
      [
        ['东门', 'East gate'],
        ['南门', 'South gate'],
        ['西门', 'West gate']
      ] as const
    )[gate % 3] ?? ['门', 'Gate']
    await ctx.storage.addGate({ id: newId(ctx.env), site: number, name: gateName, nameEn, directions: ['in', 'out'] })
  }
}

/** Six a community and one administrator, all with the same password; the hash is made once, for it is slow by design. */
async function addStaff(ctx: Context, communities: readonly string[]): Promise<void> {
  const admin = must(
    await addAccount(ctx, OPERATOR, {
      username: 'admin',
      displayName: '管理员',
      role: 'administrator',
      community: null,
      password: SEED_PASSWORD
    })
  )
  const stored = await ctx.storage.accountById(admin.id)
  if (stored === null) throw new Error('the account is not there')
  for (const [index, community] of communities.entries())
    for (let worker = 1; worker <= PER_COMMUNITY; worker++) {
      const username = `c${String(index + 1).padStart(2, '0')}-${worker}`
      const displayName = `${nameOf(index)}工作者${worker}`
      await ctx.storage.addAccount({ ...stored, id: newId(ctx.env), username, displayName, role: 'community-worker', community })
    }
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`the synthetic data was refused: ${outcome.failure.code} ${outcome.failure.path ?? ''}`)
}
