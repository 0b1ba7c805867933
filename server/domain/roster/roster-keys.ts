import type { RosterPass } from '../../ports/roster-storage.ts'
import type { Context } from '../context.ts'
import { openText } from '../pass-secrets.ts'
import { pepperOf, slowKey } from './seal-record.ts'

const FIELD = 'roster-key'
/** Kept this many at a time: what was made before a crash is not made again. */
const AT_ONCE = 50

/** The slow key of each pass's document. What is missing is made, one after the other, and kept; what is not needed goes. */
export async function rosterKeys(ctx: Context, site: number, passes: readonly RosterPass[]): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>()
  for (const { documentIndex, keySealed } of await ctx.storage.rosterKeys(site)) {
    const key = ctx.signer.open(FIELD, keySealed)
    if (key !== null) keys.set(documentIndex, key)
  }
  const wanted = new Set(passes.map(({ documentIndex }) => documentIndex))
  await ctx.storage.dropRosterKeys(
    site,
    [...keys.keys()].filter(index => !wanted.has(index))
  )
  const missing = passes.filter(({ documentIndex }) => !keys.has(documentIndex))
  for (let from = 0; from < missing.length; from += AT_ONCE)
    for (const [index, key] of await makeKeys(ctx, site, missing.slice(from, from + AT_ONCE))) keys.set(index, key)
  return keys
}

async function makeKeys(ctx: Context, site: number, passes: readonly RosterPass[]): Promise<[string, Uint8Array][]> {
  const pepper = pepperOf(ctx.signer, site)
  const made: [string, Uint8Array][] = []
  for (const { documentIndex, documentSealed } of passes) {
    const number = openText(ctx.signer, 'document', documentSealed)
    if (number !== null) made.push([documentIndex, await slowKey(pepper, site, number)])
  }
  const rows = made.map(([documentIndex, key]) => ({ documentIndex, keySealed: ctx.signer.seal(FIELD, key) }))
  await ctx.storage.keepRosterKeys(site, rows)
  return made
}
