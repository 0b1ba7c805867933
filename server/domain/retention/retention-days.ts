import { ok } from '../../../shared/result.ts'
import { type Context, type Outcome, refused, type Staff } from '../context.ts'
import { RETENTION_KINDS, type RetentionDays, STANDARD_DAYS, wrongDays } from './times.ts'

const SETTING = 'retention'

/** What the realm set; kinds that are newer than that have their standard. */
export async function readRetentionDays(ctx: Pick<Context, 'storage'>): Promise<RetentionDays> {
  const text = await ctx.storage.setting(SETTING)
  return text === null ? STANDARD_DAYS : { ...STANDARD_DAYS, ...(JSON.parse(text) as Partial<RetentionDays>) }
}

/** Counts from the next run on. What is deleted cannot be had back; a longer time keeps only what is still there. */
export async function setRetentionDays(ctx: Context, staff: Staff, days: RetentionDays): Promise<Outcome<RetentionDays>> {
  const wrong = wrongDays(days)
  if (wrong !== null) return refused('invalid-field', `/days/${wrong}`)
  const before = await readRetentionDays(ctx)
  const changed = RETENTION_KINDS.filter(kind => before[kind] !== days[kind])
  if (changed.length === 0) return ok(before)
  const detail = changed.map(kind => `${kind} ${before[kind]} → ${days[kind]}`).join(', ')
  await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'set-retention', object: SETTING, detail })
  await ctx.storage.putSetting(SETTING, JSON.stringify(days))
  return ok(days)
}
