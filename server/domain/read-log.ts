import { ok } from '../../shared/result.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { EntryQuery, EntryView } from '../../shared/schema/gate.ts'
import type { EntryFlag } from '../ports/flag-storage.ts'
import type { StoredEntry } from '../ports/log-storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { DEFAULT_PAGE } from './read-passes.ts'

export async function listEntries(ctx: Context, staff: Staff, query: EntryQuery): Promise<Outcome<Page<EntryView>>> {
  const visible = await visibleSites(ctx, staff)
  if (query.site !== undefined && visible !== null && !visible.includes(query.site)) return refused('site-unknown', '/site')
  const beforeSequence = query.cursor === undefined ? undefined : Number(query.cursor)
  if (beforeSequence !== undefined && !Number.isSafeInteger(beforeSequence)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const read = query.flagged === true ? ctx.storage.flaggedEntries : ctx.storage.entries
  const rows = await read({
    sites: query.site === undefined ? visible : [query.site],
    limit: limit + 1,
    ...(query.device === undefined ? {} : { device: query.device }),
    ...(beforeSequence === undefined ? {} : { beforeSequence })
  })
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? String(page.at(-1)?.sequence) : null
  return ok({ items: await describeEntries(ctx, page), next })
}

export async function describeEntries(ctx: Context, rows: readonly StoredEntry[]): Promise<EntryView[]> {
  const names = new Map((await ctx.storage.devices()).map(({ id, name }) => [id, name]))
  const flags = new Map((await ctx.storage.flagsOf(rows)).map(flag => [`${flag.device} ${flag.number}`, flag]))
  const nameOf = (device: string): string => names.get(device) ?? device
  return Promise.all(
    rows.map(async row => {
      const flag = flags.get(`${row.device} ${row.number}`)
      return { ...(await describeEntry(ctx, row, nameOf(row.device))), flag: flag === undefined ? null : flagView(flag, nameOf) }
    })
  )
}

const flagView = ({ reason, otherDevice, otherNumber, otherGate, otherAt }: EntryFlag, nameOf: (device: string) => string) => ({
  reason,
  deviceName: nameOf(otherDevice),
  number: otherNumber,
  gate: otherGate,
  at: otherAt
})

async function describeEntry(ctx: Context, row: StoredEntry, deviceName: string): Promise<Omit<EntryView, 'flag'>> {
  const isProved = row.serial !== null && !row.reasons.includes('FORGED') && !row.reasons.includes('KEY')
  const pass = isProved && row.serial !== null ? await ctx.storage.pass(row.serial) : null
  const { hash: _hash, previousHash: _previous, sealed, boot: _boot, monotonicMs: _monotonic, offsetMs: _offset, ...shown } = row
  const { keyId: _key, sequence: _sequence, chainBroken: _broken, pseudonym: _pseudonym, ...fields } = shown
  return { ...fields, deviceName, label: pass?.label ?? null, isSealed: sealed !== null }
}

/** Entries of the caller's sites that came after `sequence`, oldest first, for the live view. */
export async function entriesAfter(ctx: Context, staff: Staff, sequence: number): Promise<StoredEntry[]> {
  const newest = await ctx.storage.entries({ sites: await visibleSites(ctx, staff), limit: 100 })
  return newest.filter(row => row.sequence > sequence).reverse()
}
