import type { UploadAnswer, UploadBody } from '../../shared/schema/gate.ts'
import type { DeviceRow } from '../ports/storage.ts'
import type { Context } from './context.ts'
import { heldOf, type IsWireEntry, takeEntries } from './take-entries.ts'

export type { IsWireEntry } from './take-entries.ts'

/** Takes a batch: each entry into the log, or into quarantine with its reason. Answers what the server now holds. */
export async function receiveEntries(
  ctx: Context,
  isWireEntry: IsWireEntry,
  device: DeviceRow,
  body: UploadBody
): Promise<UploadAnswer> {
  const receivedAt = ctx.env.now()
  const { quarantined } = await takeEntries(ctx, isWireEntry, device, body.entries, { delivery: body })
  await ctx.storage.touchDevice(device.id, {
    at: receivedAt,
    unsent: Math.max(0, body.unsent - body.entries.length),
    offsetMs: receivedAt - body.deviceMs
  })
  return heldOf(ctx, device.id, quarantined)
}
