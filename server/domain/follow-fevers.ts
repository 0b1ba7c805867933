import { areOnePerson, type FeverReading, feverReadingOf, SECOND_WITHIN_MS } from '../../shared/health/fever.ts'
import { listOf } from '../../shared/status/status-list.ts'
import type { NewStoredEntry } from '../ports/log-storage.ts'
import type { DeviceRow, PassRow } from '../ports/storage.ts'
import { STATUS_ACTIONS } from './change-status.ts'
import type { Context } from './context.ts'
import { raiseAlert } from './raise-alert.ts'

/**
 * A second high reading of one person puts the pass on hold everywhere and tells staff. Done again for an entry that comes
 * again: what was done before is found and left alone, also a hold that staff have lifted since.
 */
export async function followFevers(ctx: Context, device: DeviceRow, entries: readonly NewStoredEntry[]): Promise<void> {
  const found = entries.flatMap(entry => {
    const reading = feverReadingOf(device.id, entry.at, entry)
    return reading === null ? [] : [{ entry, reading }]
  })
  if (found.length === 0) return
  await ctx.storage.noteFevers(found.map(({ reading }) => reading))
  for (const { entry, reading } of found) {
    const near = await ctx.storage.feversNear(reading, SECOND_WITHIN_MS)
    const others = near.filter(other => areOnePerson(other, reading))
    if (others.length > 0) await tellOnce(ctx, device, entry, secondOf([reading, ...others]))
  }
}

/** Deliveries come in any order: the alert is the later reading's, whichever arrived last. */
const secondOf = (readings: readonly FeverReading[]): FeverReading =>
  readings.reduce((latest, each) =>
    each.at > latest.at || (each.at === latest.at && each.number > latest.number) ? each : latest
  )

async function tellOnce(ctx: Context, device: DeviceRow, entry: NewStoredEntry, second: FeverReading): Promise<void> {
  if (await ctx.storage.hasAlert(second.device, second.number, 'fever')) return
  const pass = second.serial === null ? null : await ctx.storage.pass(second.serial)
  // A phone that was revoked may deliver what it holds; it must not be able to lock people out.
  const held = pass !== null && device.revokedAt === null && (await hold(ctx, device, pass))
  await raiseAlert(ctx, {
    kind: 'fever',
    device: second.device,
    number: second.number,
    site: entry.site,
    gate: entry.gate,
    community: pass?.community ?? null,
    at: second.at,
    serial: pass?.serial ?? null,
    label: pass?.label ?? null,
    held,
    note: null
  })
}

/** The ground stays on the server: gates see a hold and nothing else. */
async function hold(ctx: Context, device: DeviceRow, { serial }: PassRow): Promise<boolean> {
  const { from, to } = STATUS_ACTIONS.hold
  const done = await ctx.storage.changePassStatus(serial, from, to, {
    serial,
    at: ctx.env.now(),
    action: 'hold',
    reason: 'health',
    note: null,
    actor: device.id,
    actorName: device.name
  })
  if (done === 'changed') ctx.bus.publish({ kind: 'status', list: listOf(serial) })
  return done === 'changed' || (await ctx.storage.pass(serial))?.status === 'held'
}
