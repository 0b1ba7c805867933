import { keepPages } from '../../ui/sw/keep-pages.ts'
import { REPORTS_TAG } from '../work/deliver-reports.ts'
import { shownOf } from '../work/push-message.ts'
import { deliverInBackground } from './background.ts'

declare const self: ServiceWorkerGlobalScope

keepPages('portal-')

self.addEventListener('push', event => {
  const { title, body, tag, page } = shownOf(event.data?.text() ?? null)
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: page, icon: 'icon-192.png' }))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(showPage(String(event.notification.data ?? '')))
})

/** The browser sends this when there is a network again, page or no page. */
self.addEventListener('sync', event => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string }
  if (tag === REPORTS_TAG) waitUntil.call(event, deliverInBackground())
})

/** A page that is open comes to the front and goes there; else a new one. */
async function showPage(fragment: string): Promise<void> {
  const { scope } = self.registration
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = pages.find(({ url }) => url.startsWith(scope))
  const target = new URL(`./${fragment}`, scope).href
  if (open === undefined) await self.clients.openWindow(target)
  else await (await open.navigate(target).catch(() => open))?.focus()
}
