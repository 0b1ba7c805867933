import type { DeviceRow } from '../ports/storage.ts'
import type { Context } from './context.ts'

/** A change of a phone's clock error below this is the network's. */
const NOTED_MS = 2_000
/** Phones ask every 15 seconds; that they were seen is kept no finer than this. */
const SEEN_MS = 60_000

/** Keeps how wrong a phone's clock is, as told with a question, so that the office sees it without any entry. */
export async function noteClock(ctx: Context, device: DeviceRow, deviceMs: number | undefined): Promise<void> {
  if (deviceMs === undefined) return
  const at = ctx.env.now()
  const offsetMs = at - deviceMs
  const isNew = device.offsetMs === null || Math.abs(offsetMs - device.offsetMs) > NOTED_MS
  if (isNew || at - (device.lastSeenAt ?? 0) > SEEN_MS) await ctx.storage.touchDevice(device.id, { at, offsetMs })
}
