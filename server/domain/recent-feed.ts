import { isQuotaExempt } from '../../shared/gate/quota-exempt.ts'
import { PASSAGE_CODES, type PassageCode } from '../../shared/log/passage-code.ts'
import type { RecentEntries } from '../../shared/schema/gate.ts'
import { epochMs, secondsOf, secondsToShort } from '../../shared/time.ts'
import type { StoredEntry } from '../ports/log-storage.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused } from './context.ts'
import { ok } from '../../shared/result.ts'
import { recentReachMs } from './recent-reach.ts'

/** 4,000 passages as JSON stay below 64 KiB together with trust and status. */
const MAX_RECENT = 4_000

/** Passages of the device's site after a cursor, as compact triples. */
export async function recentEntries(ctx: Context, device: DeviceRow, after: string | undefined): Promise<Outcome<RecentEntries>> {
  const sequence = after === undefined ? 0 : Number(after)
  if (!Number.isSafeInteger(sequence) || sequence < 0) return refused('invalid-field', '/after')
  const policies = (await ctx.storage.policies()).map(({ policy }) => policy)
  const since = ctx.env.now() - recentReachMs(policies)
  const rows = await ctx.storage.recentEntries(device.site, sequence, since, MAX_RECENT)
  const successors = await ctx.storage.householdSuccessors(device.site, since)
  return ok({ entries: rows.flatMap(triplesOf), successors, cursor: String(rows.at(-1)?.sequence ?? sequence) })
}

/** The driver passed with the vehicle. */
const triplesOf = (row: StoredEntry): [number, number, number][] =>
  [row.serial, row.driver].flatMap((serial): [number, number, number][] =>
    serial === null ? [] : [[serial, codeOf(row), secondsToShort(secondsOf(epochMs(row.at)))]]
  )

const codeOf = ({ direction, purpose }: StoredEntry): PassageCode =>
  direction === 'in' ? PASSAGE_CODES.in : isQuotaExempt(purpose) ? PASSAGE_CODES.outExempt : PASSAGE_CODES.out

/**
 * Passages of a device's site as they arrive, one read at a time: what comes meanwhile is found by the next one. `push`
 * is to be called after each change; `send` gets nothing that it had.
 */
export function recentFeed(
  ctx: Context,
  device: DeviceRow,
  after: string | undefined,
  send: (news: RecentEntries) => void
): () => Promise<void> {
  let cursor = after
  let turn: Promise<void> = Promise.resolve()
  const push = async (): Promise<void> => {
    const news = await recentEntries(ctx, device, cursor)
    if (!news.ok || news.value.entries.length === 0) return
    cursor = news.value.cursor
    send(news.value)
  }
  return () => {
    const mine = turn.then(push)
    turn = mine.catch(() => undefined) // the failure is the caller's; the next one must still have its turn
    return mine
  }
}
