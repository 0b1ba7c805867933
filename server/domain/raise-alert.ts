import type { NewAlert } from '../ports/alert-storage.ts'
import type { Context } from './context.ts'

/** Keeps an alert and tells everybody who watches; once for each entry. */
export async function raiseAlert(ctx: Context, alert: Omit<NewAlert, 'receivedAt'>): Promise<void> {
  const isNew = await ctx.storage.addAlert({ ...alert, receivedAt: ctx.env.now() })
  if (isNew) ctx.bus.publish({ kind: 'alerts', site: alert.site, community: alert.community })
}
