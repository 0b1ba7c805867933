import { policyAt } from '../../shared/gate/policy.ts'
import { noticesFor } from '../../shared/gate/watched-plates.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import type { NewStoredEntry } from '../ports/log-storage.ts'
import type { Context } from './context.ts'
import { raiseAlert } from './raise-alert.ts'

/** Tells staff of vehicles whose plates they watch: a notice, since a plate is not where its driver was. */
export async function watchPlates(ctx: Context, entries: readonly NewStoredEntry[]): Promise<void> {
  const vehicles = entries.filter(({ plate, kind, follows }) => follows === null && (plate !== null || kind === 'vehicle'))
  if (vehicles.length === 0) return
  const policies = (await ctx.storage.policies()).map(({ policy }) => policy)
  if (!policies.some(({ watchedPlates }) => watchedPlates.length > 0)) return
  for (const entry of vehicles) {
    const plate = entry.plate ?? (await plateOfPass(ctx, entry))
    const { watchedPlates } = policyAt(policies, entry.gate, secondsOf(epochMs(entry.at)))
    const [notice] = noticesFor(plate, watchedPlates)
    if (notice === undefined) continue
    const { device, number, site, gate, at } = entry
    const alert = { kind: 'plate' as const, device, number, site, gate, community: null, at, serial: entry.serial }
    await raiseAlert(ctx, { ...alert, label: plate, held: false, note: notice.notice })
  }
}

async function plateOfPass(ctx: Context, { serial, reasons }: NewStoredEntry): Promise<string | null> {
  const isProved = serial !== null && !reasons.includes('FORGED') && !reasons.includes('KEY')
  return isProved ? ((await ctx.storage.pass(serial))?.label ?? null) : null
}
