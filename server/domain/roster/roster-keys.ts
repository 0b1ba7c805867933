import type { Context } from '../context.ts'
import type { ClaimedPass } from './claim-passes.ts'
import { pepperOf, slowKey } from './seal-record.ts'

const FIELD = 'roster-key'
/** Kept this many at a time: what was made before a crash is not made again. */
const AT_ONCE = 50

/** The slow key of each claim. What is missing is made, one after the other, and kept; what is not needed goes. */
export async function rosterKeys(ctx: Context, site: number, claimed: readonly ClaimedPass[]): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>()
  for (const { claim, keySealed } of await ctx.storage.rosterKeys(site)) {
    const key = ctx.signer.open(FIELD, keySealed)
    if (key !== null) keys.set(claim, key)
  }
  const wanted = new Set(claimed.map(({ index }) => index))
  await ctx.storage.dropRosterKeys(
    site,
    [...keys.keys()].filter(index => !wanted.has(index))
  )
  const missing = claimed.filter(({ index }) => !keys.has(index))
  for (let from = 0; from < missing.length; from += AT_ONCE)
    for (const [index, key] of await makeKeys(ctx, site, missing.slice(from, from + AT_ONCE))) keys.set(index, key)
  return keys
}

async function makeKeys(ctx: Context, site: number, claimed: readonly ClaimedPass[]): Promise<[string, Uint8Array][]> {
  const pepper = pepperOf(ctx.signer, site)
  const made: [string, Uint8Array][] = []
  for (const { index, claim: open } of claimed) {
    const claim = open()
    if (claim !== null) made.push([index, await slowKey(pepper, site, claim)])
  }
  await ctx.storage.keepRosterKeys(
    site,
    made.map(([claim, key]) => ({ claim, keySealed: ctx.signer.seal(FIELD, key) }))
  )
  return made
}
