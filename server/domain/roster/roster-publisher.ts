import { createHash } from 'node:crypto'
import { passMinute } from '../../../shared/time.ts'
import type { RosterAnswer } from '../../../shared/schema/roster.ts'
import { ROSTER_ITERATIONS } from '../../../shared/roster/roster-format.ts'
import type { RosterPass } from '../../ports/roster-storage.ts'
import type { Context } from '../context.ts'
import { choosePasses } from './choose-passes.ts'
import { type ClaimedPass, claimPasses } from './claim-passes.ts'
import { layOutChunks } from './lay-out-chunks.ts'
import { rosterKeys } from './roster-keys.ts'
import { pepperOf, sealRecord, wrapPepper } from './seal-record.ts'

/** Passes are looked at anew this often while a phone asks: a new resident is in the roster some minutes later. */
const LOOK_MS = 2 * 60_000
/** Versions whose chunks are remembered, so that a phone that has one of them fetches only what changed. */
const REMEMBERED = 16

/** Of a site of 5,000 people 135 kB, which a phone on 2G has within the time that it waits for an answer. */
const PART_CHUNKS = 8

type Built = { readonly version: string; readonly chunks: readonly Buffer[]; readonly wraps: RosterAnswer['wraps'] }
type Site = {
  built: Built | null
  fingerprint: string
  lookedAt: number
  looking: Promise<void> | null
  /** Hashes of the chunks of each version. */
  readonly versions: Map<string, readonly string[]>
}

export type RosterPublisher = {
  /** The newest version that is ready; null: none yet. Looks for changes in the background. */
  version(site: number): string | null
  /** Null while there is none. `since`: the version that the phone has; `from`: a part, from this chunk on. */
  answer(site: number, since: string | undefined, from?: number): RosterAnswer | null
  /** Looks now, and resolves when the roster is ready. */
  look(site: number): Promise<void>
}

/** Rosters of the sites that phones ask for, each built when its passes changed. */
export function rosterPublisher(ctx: Context, onError: (error: unknown) => void): RosterPublisher {
  const sites = new Map<number, Site>()
  /** One site after the other: slow keys take a core for minutes when a site is new. */
  let turn: Promise<void> = Promise.resolve()

  const siteOf = (number: number): Site => {
    const known = sites.get(number)
    if (known !== undefined) return known
    const site: Site = { built: null, fingerprint: '', lookedAt: 0, looking: null, versions: new Map() }
    sites.set(number, site)
    return site
  }
  const build = async (number: number, site: Site): Promise<void> => {
    site.lookedAt = ctx.env.now()
    const nowSeconds = Math.floor(site.lookedAt / 1000)
    const passes = await ctx.storage.rosterPasses(number, nowSeconds)
    const residents = await ctx.storage.rosterResidents(number)
    const duties = await ctx.storage.dutyTexts(number, nowSeconds)
    const facts = [
      passes.map(({ documentSealed: _sealed, ...rest }) => rest),
      residents.map(({ body: _sealed, ...rest }) => rest)
    ]
    const fingerprint = hashOf(JSON.stringify([facts, duties]))
    if (site.built !== null && fingerprint === site.fingerprint) return
    const before = site.built?.version
    site.built = await buildRoster(ctx, number, choosePasses(claimPasses(ctx.signer, passes, residents)), duties)
    site.fingerprint = fingerprint
    remember(site, site.built)
    if (site.built.version !== before) ctx.bus.publish({ kind: 'roster', site: number })
  }
  const look = (number: number): Promise<void> => {
    const site = siteOf(number)
    site.looking ??= turn
      .then(() => build(number, site))
      .finally(() => {
        site.looking = null
      })
    turn = site.looking.catch(() => undefined) // the failure is the caller's; the next site must still have its turn
    return site.looking
  }
  return {
    look,
    version(number) {
      const site = siteOf(number)
      if (ctx.env.now() - site.lookedAt >= LOOK_MS) look(number).catch(onError)
      return site.built?.version ?? null
    },
    answer(number, since, from) {
      const { built, versions } = siteOf(number)
      if (built === null) return null
      const had = since === undefined ? undefined : versions.get(since)
      const has = versions.get(built.version) ?? []
      const changed = [...built.chunks.entries()].filter(([index]) => had === undefined || had[index] !== has[index])
      const rest = changed.filter(([index]) => index >= (from ?? 0))
      const part = from === undefined ? rest : rest.slice(0, PART_CHUNKS)
      const chunks = part.map(([index, bytes]): [number, string] => [index, bytes.toString('base64url')])
      const next = rest[part.length]?.[0] ?? null
      return { version: built.version, iterations: ROSTER_ITERATIONS, chunks, next, wraps: built.wraps }
    }
  }
}

async function buildRoster(
  ctx: Context,
  site: number,
  claimed: readonly ClaimedPass[],
  duties: readonly string[]
): Promise<Built> {
  const keys = await rosterKeys(ctx, site, claimed)
  const records = claimed.flatMap(({ pass, building, index }) => {
    const key = keys.get(index)
    return key === undefined ? [] : [sealRecord(key, { pass: contentOf(pass), building })]
  })
  const pepper = pepperOf(ctx.signer, site)
  const chunks = layOutChunks(ctx.signer, site, records)
  const wraps = duties.map(text => wrapPepper(pepper, text))
  return { chunks, wraps, version: hashOf(JSON.stringify([chunks.map(hashOf), wraps])).slice(0, 22) }
}

const contentOf = ({ serial, kind, label, startMinute, hours, site }: RosterPass) => ({
  serial,
  kind,
  label,
  start: passMinute(startMinute),
  hours,
  site,
  documentTail: null
})

function remember({ versions }: Site, { version, chunks }: Built): void {
  versions.delete(version)
  versions.set(version, chunks.map(hashOf))
  for (const oldest of versions.keys()) {
    if (versions.size <= REMEMBERED) return
    versions.delete(oldest)
  }
}

const hashOf = (data: string | Buffer): string => createHash('sha256').update(data).digest('base64url')
