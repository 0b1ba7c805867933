import type { Context } from '../context.ts'
import type { ImportPlaces } from './read-row.ts'

/** Sites and grids that rows may name; of the whole realm for `null`. */
export async function placesOf(ctx: Context, community: string | null): Promise<ImportPlaces> {
  const isOwn = (one: { community: string }): boolean => community === null || one.community === community
  const sites = (await ctx.storage.sites()).filter(isOwn)
  const grids = (await ctx.storage.grids()).filter(isOwn)
  return {
    sites: new Map(
      sites.flatMap(site =>
        [String(site.number), site.name, site.nameEn].map(word => [word.normalize('NFKC').toLowerCase(), site] as const)
      )
    ),
    grids: new Map(grids.map(({ community: of, name, id }) => [`${of} ${name}`, id]))
  }
}
