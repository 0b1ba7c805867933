import { ok } from '../../shared/result.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { EntryQuery, EntryView, RecentEntries } from '../../shared/schema/gate.ts'
import { isQuotaExempt } from '../../shared/gate/quota-exempt.ts'
import { epochMs, secondsOf, secondsToMinute } from '../../shared/time.ts'
import type { StoredEntry } from '../ports/log-storage.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { DEFAULT_PAGE } from './read-passes.ts'

const DAY_MS = 24 * 3_600_000
/** Passages that a gate may still ask about: repetition, and a household's quota of so many days. */
const LEAST_DAYS = 2
/** 4,000 passages as JSON stay below 64 KiB together with trust and status. */
const MAX_RECENT = 4_000

export async function listEntries(ctx: Context, staff: Staff, query: EntryQuery): Promise<Outcome<Page<EntryView>>> {
  const visible = await visibleSites(ctx, staff)
  if (query.site !== undefined && visible !== null && !visible.includes(query.site)) return refused('site-unknown', '/site')
  const beforeSequence = query.cursor === undefined ? undefined : Number(query.cursor)
  if (beforeSequence !== undefined && !Number.isSafeInteger(beforeSequence)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.entries({
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
  return Promise.all(rows.map(row => describeEntry(ctx, row, names.get(row.device) ?? row.device)))
}

async function describeEntry(ctx: Context, row: StoredEntry, deviceName: string): Promise<EntryView> {
  const isProved = row.serial !== null && !row.reasons.includes('FORGED') && !row.reasons.includes('KEY')
  const pass = isProved && row.serial !== null ? await ctx.storage.pass(row.serial) : null
  const { hash: _hash, previousHash: _previous, sealed, boot: _boot, monotonicMs: _monotonic, offsetMs: _offset, ...shown } = row
  const { keyId: _key, sequence: _sequence, chainBroken: _broken, ...fields } = shown
  return { ...fields, deviceName, label: pass?.label ?? null, isSealed: sealed !== null }
}

/** Entries of the caller's sites that came after `sequence`, oldest first, for the live view. */
export async function entriesAfter(ctx: Context, staff: Staff, sequence: number): Promise<StoredEntry[]> {
  const newest = await ctx.storage.entries({ sites: await visibleSites(ctx, staff), limit: 100 })
  return newest.filter(row => row.sequence > sequence).reverse()
}

/** Passages of the device's site after a cursor, as compact triples. */
export async function recentEntries(ctx: Context, device: DeviceRow, after: string | undefined): Promise<Outcome<RecentEntries>> {
  const sequence = after === undefined ? 0 : Number(after)
  if (!Number.isSafeInteger(sequence) || sequence < 0) return refused('invalid-field', '/after')
  const since = ctx.env.now() - (await reachDays(ctx)) * DAY_MS
  const rows = await ctx.storage.recentEntries(device.site, sequence, since, MAX_RECENT)
  return ok({
    entries: rows.map(row => [
      row.serial ?? 0,
      row.direction === 'in' ? 0 : isQuotaExempt(row.purpose) ? 2 : 1,
      secondsToMinute(secondsOf(epochMs(row.at)))
    ]),
    cursor: String(rows.at(-1)?.sequence ?? sequence)
  })
}

const reachDays = async (ctx: Context): Promise<number> =>
  Math.max(LEAST_DAYS, ...(await ctx.storage.policies()).map(({ policy }) => policy.quota?.perDays ?? 0))
