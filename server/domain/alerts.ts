import { ok } from '../../shared/result.ts'
import type { AlertQuery, AlertView } from '../../shared/schema/alerts.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { AlertRow } from '../ports/alert-storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { DEFAULT_PAGE } from './read-passes.ts'

export async function listAlerts(ctx: Context, staff: Staff, query: AlertQuery): Promise<Outcome<Page<AlertView>>> {
  const before = query.cursor === undefined ? undefined : Number(query.cursor)
  if (before !== undefined && !Number.isSafeInteger(before)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.alerts({
    sites: await visibleSites(ctx, staff),
    community: staff.community,
    limit: limit + 1,
    ...(query.open === undefined ? {} : { isOpen: query.open }),
    ...(before === undefined ? {} : { before })
  })
  const page = rows.slice(0, limit)
  return ok({ items: await describe(ctx, page), next: rows.length > limit ? String(page.at(-1)?.id) : null })
}

/** Somebody has seen to it; the first one stays. */
export async function acknowledgeAlert(ctx: Context, staff: Staff, id: number): Promise<Outcome<AlertView>> {
  const before = await ctx.storage.alert(id)
  if (before === null || !(await maySee(ctx, staff, before))) return refused('not-found')
  if (await ctx.storage.acknowledgeAlert(id, ctx.env.now(), staff.displayName)) {
    await ctx.storage.audit({ at: ctx.env.now(), actor: staff.id, action: 'acknowledge-alert', object: String(id), detail: '' })
    ctx.bus.publish({ kind: 'alerts', site: before.site, community: before.community })
  }
  const row = await ctx.storage.alert(id)
  const [view] = row === null ? [] : await describe(ctx, [row])
  return view === undefined ? refused('not-found') : ok(view)
}

export async function maySee(ctx: Context, staff: Staff, alert: Pick<AlertRow, 'site' | 'community'>): Promise<boolean> {
  const sites = await visibleSites(ctx, staff)
  return sites === null || sites.includes(alert.site) || (alert.community !== null && alert.community === staff.community)
}

async function describe(ctx: Context, rows: readonly AlertRow[]): Promise<AlertView[]> {
  const names = new Map((await ctx.storage.devices()).map(({ id, name }) => [id, name]))
  return rows.map(({ community: _community, ...row }) => ({ ...row, deviceName: names.get(row.device) ?? row.device }))
}
