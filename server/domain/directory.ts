import { ok } from '../../shared/result.ts'
import type { Directory, GateView, NewCommunity, NewGate, NewSite, SiteView } from '../../shared/schema/directory.ts'
import type { Community, GateRow, SiteRow } from '../ports/storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { newId } from './ids.ts'
import { publishTrust } from './issuing-keys.ts'
import { existingRealm } from './trust.ts'

export async function readDirectory(ctx: Context, staff: Staff): Promise<Directory> {
  const realm = await existingRealm(ctx)
  const sites = (await ctx.storage.sites()).filter(site => mayTouch(staff, site.community))
  const numbers = new Set(sites.map(({ number }) => number))
  return {
    realm: { id: realm.id, name: realm.name, nameEn: realm.nameEn },
    communities: (await ctx.storage.communities()).filter(({ id }) => mayTouch(staff, id)),
    sites,
    gates: (await ctx.storage.gates()).filter(({ site }) => numbers.has(site)).map(gateView)
  }
}

/** Sites that a member of staff answers for; null: all. */
export async function visibleSites(ctx: Context, staff: Staff): Promise<number[] | null> {
  if (staff.community === null) return null
  return (await ctx.storage.sites()).filter(site => mayTouch(staff, site.community)).map(({ number }) => number)
}

export async function addCommunity(ctx: Context, staff: Staff, body: NewCommunity): Promise<Outcome<Community>> {
  const community = { id: newId(ctx.env), name: body.name, nameEn: body.nameEn }
  if (!(await ctx.storage.addCommunity(community))) return refused('name-taken', '/name')
  await audit(ctx, staff, 'add-community', community.id)
  return ok(community)
}

export async function addSite(ctx: Context, staff: Staff, body: NewSite): Promise<Outcome<SiteView>> {
  if (!(await ctx.storage.communities()).some(({ id }) => id === body.community))
    return refused('community-unknown', '/community')
  const taken = new Set((await ctx.storage.sites()).map(({ number }) => number))
  const number = body.number ?? firstFree(taken)
  const site: SiteRow = { number, community: body.community, name: body.name, nameEn: body.nameEn }
  if (!(await ctx.storage.addSite(site))) return refused('name-taken', '/number')
  await audit(ctx, staff, 'add-site', String(number))
  await publishTrust(ctx)
  return ok(site)
}

export async function addGate(ctx: Context, staff: Staff, body: NewGate): Promise<Outcome<GateView>> {
  const site = (await ctx.storage.sites()).find(({ number }) => number === body.site)
  if (site === undefined || !mayTouch(staff, site.community)) return refused('site-unknown', '/site')
  const gate: GateRow = { id: newId(ctx.env), site: body.site, name: body.name, nameEn: body.nameEn, directions: body.directions }
  if (!(await ctx.storage.addGate(gate))) return refused('name-taken', '/name')
  await audit(ctx, staff, 'add-gate', gate.id)
  await publishTrust(ctx)
  return ok(gateView(gate))
}

const gateView = (gate: GateRow): GateView => ({ ...gate, directions: [...gate.directions] })

function firstFree(taken: ReadonlySet<number>): number {
  let number = 1
  while (taken.has(number)) number++
  return number
}

const audit = (ctx: Context, staff: Staff, action: string, object: string): Promise<void> =>
  ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action, object, detail: '' })
