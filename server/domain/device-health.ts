import { ok } from '../../shared/result.ts'
import type { DeviceHealth, QuarantinedEntry } from '../../shared/schema/device-health.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { listDevices } from './devices.ts'

const MAX_RANGES = 50
const MAX_QUARANTINED = 200

/** Of every device that the caller may see: what is missing, what does not fit, and what was put aside. */
export async function deviceHealth(ctx: Context, staff: Staff): Promise<DeviceHealth[]> {
  const [views, quarantined, breaks] = await Promise.all([
    listDevices(ctx, staff),
    ctx.storage.quarantineCounts(),
    ctx.storage.chainBreaks()
  ])
  const counts = new Map(quarantined.map(({ device, count }) => [device, count]))
  const broken = Map.groupBy(breaks, ({ device }) => device)
  return Promise.all(
    views.map(async view => {
      const log = await ctx.storage.deviceLog(view.id, MAX_RANGES)
      const numbers = (broken.get(view.id) ?? []).map(({ number }) => number)
      return {
        ...view,
        missingRanges: log.missing.map(([first, last]) => [first, last]),
        brokenAt: numbers.slice(0, MAX_RANGES),
        broken: numbers.length,
        quarantined: counts.get(view.id) ?? 0
      }
    })
  )
}

/** Bodies may name people: who looks is written down. */
export async function readQuarantine(ctx: Context, staff: Staff, id: string): Promise<Outcome<QuarantinedEntry[]>> {
  if (!(await listDevices(ctx, staff)).some(device => device.id === id)) return refused('not-found')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'read-quarantine', object: id, detail: '' })
  const rows = await ctx.storage.quarantined(id, MAX_QUARANTINED)
  return ok(rows.map(({ number, reason, body, receivedAt }) => ({ number, reason, body, receivedAt })))
}
