import type { DeviceRow } from '../../ports/storage.ts'
import type { Context } from '../context.ts'

export type MissNoter = (device: DeviceRow, misses: number | undefined) => Promise<void>

/** Writes into the audit log how many numbers that nobody has were tried on a phone, whenever that grew. */
export function missNoter(ctx: Context): MissNoter {
  const known = new Map<string, number>()
  return async (device, misses) => {
    if (misses === undefined || misses <= (known.get(device.id) ?? 0)) return
    known.set(device.id, misses)
    const at = ctx.env.now()
    await ctx.storage.audit({ at, actor: device.id, action: 'roster-misses', object: device.id, detail: String(misses) })
  }
}
