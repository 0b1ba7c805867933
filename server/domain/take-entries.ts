import { createHash } from 'node:crypto'
import { isChained } from '../../shared/log/chain.ts'
import { fromWire } from '../../shared/log/wire.ts'
import type { UploadAnswer, WireEntry } from '../../shared/schema/gate.ts'
import type { NewStoredEntry, QuarantineRow } from '../ports/log-storage.ts'
import type { DeviceRow } from '../ports/storage.ts'
import type { Context } from './context.ts'
import { flagDoubles } from './flag-doubles.ts'
import { followFevers } from './follow-fevers.ts'
import { receiveVisitors } from './receive-visitors.ts'
import { type Delivery, trueTimes } from './true-time.ts'
import { watchPlates } from './watch-plates.ts'

/** Port: whether unknown input is a wire entry by its schema. */
export type IsWireEntry = (value: unknown) => value is WireEntry

const MAX_MISSING_RANGES = 50
/** A quarantined body is kept for a person to look at, not for a flood. */
const MAX_BODY = 4_000

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()

/** `stored`: new ones; `quarantined`: numbers that are held, but not in the log. */
export type Taken = { readonly stored: number; readonly quarantined: number[] }
/** Tells of well-formed entries which ones the device itself must have written. */
export type Authentic = (entries: readonly WireEntry[]) => Promise<ReadonlySet<WireEntry>>

const believeAll: Authentic = async entries => new Set(entries)

type TakeOptions = {
  readonly authentic?: Authentic
  /** The device's clocks when it delivered. Nobody knows them when somebody else brings the entries: then they were right. */
  readonly delivery?: Omit<Delivery, 'receivedAt'>
}

/** Each entry into the log of a device, or into quarantine with its reason. */
export async function takeEntries(
  ctx: Context,
  isWireEntry: IsWireEntry,
  origin: DeviceRow,
  values: readonly unknown[],
  { authentic = believeAll, delivery }: TakeOptions
): Promise<Taken> {
  const receivedAt = ctx.env.now()
  const device = origin.id
  const bad: QuarantineRow[] = []
  const refuse = (value: unknown, reason: string, number = numberOf(value)): void => {
    bad.push({ device, number, reason, body: JSON.stringify(value).slice(0, MAX_BODY), receivedAt })
  }
  const fitting: WireEntry[] = []
  for (const value of values) {
    if (!isWireEntry(value)) refuse(value, 'schema')
    else if (!(await isChained(device, fromWire(value), sha256))) refuse(value, 'hash')
    else fitting.push(value)
  }
  const believed = await authentic(fitting)
  const taken = fitting.filter(wire => believed.has(wire))
  // Without a number: whoever made it up must not fill the place of the true one.
  for (const wire of fitting) if (!believed.has(wire)) refuse(wire, 'unsigned', null)
  const times = trueTimes(
    taken.map(wire => fromWire(wire).entry),
    { deviceMs: receivedAt, ...delivery, receivedAt }
  )
  const good = taken.map((wire, index): NewStoredEntry => ({ ...wire, device, at: times[index] ?? receivedAt, receivedAt }))
  const outcomes = await ctx.storage.appendEntries(good)
  for (const [index, outcome] of outcomes.entries()) if (outcome === 'conflict') refuse(good[index], 'conflict')
  if (bad.length > 0) await ctx.storage.quarantine(bad)
  // Before the answer: an entry is acknowledged when everything that follows from it is done.
  const kept = good.filter((_entry, index) => outcomes[index] !== 'conflict')
  await receiveVisitors(ctx, kept)
  await followFevers(ctx, origin, kept)
  await watchPlates(ctx, kept)
  await flagDoubles(ctx, kept)
  if (outcomes.includes('stored'))
    ctx.bus.publish({ kind: 'entries', sites: [...new Set(good.map(({ site }) => site))], lastSequence: 0 })
  return {
    stored: outcomes.filter(outcome => outcome === 'stored').length,
    quarantined: bad.map(({ number }) => number).filter(number => number !== null)
  }
}

/** What the server now holds of a device. */
export async function heldOf(ctx: Context, device: string, quarantined: number[]): Promise<UploadAnswer> {
  const log = await ctx.storage.deviceLog(device, MAX_MISSING_RANGES)
  return {
    contiguous: log.contiguous,
    missing: log.missing.map(([first, last]) => [first, last]),
    quarantined,
    serverTime: ctx.env.now()
  }
}

function numberOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('number' in value)) return null
  const { number } = value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null
}
