import { createHash } from 'node:crypto'
import { isChained } from '../../shared/log/chain.ts'
import { fromWire } from '../../shared/log/wire.ts'
import type { UploadAnswer, UploadBody, WireEntry } from '../../shared/schema/gate.ts'
import type { NewStoredEntry, QuarantineRow } from '../ports/log-storage.ts'
import type { DeviceRow } from '../ports/storage.ts'
import type { Context } from './context.ts'
import { followFevers } from './follow-fevers.ts'
import { watchPlates } from './watch-plates.ts'
import { trueTimes } from './true-time.ts'

/** Port: whether unknown input is a wire entry by its schema. */
export type IsWireEntry = (value: unknown) => value is WireEntry

const MAX_MISSING_RANGES = 50
/** A quarantined body is kept for a person to look at, not for a flood. */
const MAX_BODY = 4_000

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()

/** Takes a batch: each entry into the log, or into quarantine with its reason. Answers what the server now holds. */
export async function receiveEntries(
  ctx: Context,
  isWireEntry: IsWireEntry,
  device: DeviceRow,
  body: UploadBody
): Promise<UploadAnswer> {
  const receivedAt = ctx.env.now()
  const taken: WireEntry[] = []
  const bad: QuarantineRow[] = []
  const refuse = (value: unknown, reason: string): void => {
    bad.push({ device: device.id, number: numberOf(value), reason, body: JSON.stringify(value).slice(0, MAX_BODY), receivedAt })
  }
  for (const value of body.entries) {
    if (!isWireEntry(value)) refuse(value, 'schema')
    else if (!(await hashFits(device.id, value))) refuse(value, 'hash')
    else taken.push(value)
  }
  const times = trueTimes(
    taken.map(wire => fromWire(wire).entry),
    { receivedAt, deviceMs: body.deviceMs, boot: body.boot, monotonicMs: body.monotonicMs }
  )
  const good = taken.map(
    (wire, index): NewStoredEntry => ({ ...wire, device: device.id, at: times[index] ?? receivedAt, receivedAt })
  )
  const outcomes = await ctx.storage.appendEntries(good)
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome === 'conflict') refuse(good[index], 'conflict')
  }
  if (bad.length > 0) await ctx.storage.quarantine(bad)
  // Before the answer: an entry is acknowledged when everything that follows from it is done.
  const kept = good.filter((_entry, index) => outcomes[index] !== 'conflict')
  await followFevers(ctx, device, kept)
  await watchPlates(ctx, kept)
  await ctx.storage.touchDevice(device.id, {
    at: receivedAt,
    unsent: Math.max(0, body.unsent - body.entries.length),
    offsetMs: receivedAt - body.deviceMs
  })
  if (outcomes.includes('stored'))
    ctx.bus.publish({ kind: 'entries', sites: [...new Set(good.map(({ site }) => site))], lastSequence: 0 })
  const log = await ctx.storage.deviceLog(device.id, MAX_MISSING_RANGES)
  return {
    contiguous: log.contiguous,
    missing: log.missing.map(([first, last]) => [first, last]),
    quarantined: bad.map(({ number }) => number).filter(number => number !== null),
    serverTime: ctx.env.now()
  }
}

const hashFits = (device: string, wire: WireEntry): Promise<boolean> => isChained(device, fromWire(wire), sha256)

function numberOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('number' in value)) return null
  const { number } = value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : null
}
