import { DELIVERY_TAG } from '../sync/deliver-own.ts'
import { deliverInBackground } from './background.ts'
import { cachedAddress, cacheName, isOldCache, type PrecacheFile } from './precache.ts'

/** WICG Background Synchronization; TypeScript's library has none. */
type SyncEvent = ExtendableEvent & { readonly tag: string }

declare const self: ServiceWorkerGlobalScope & { readonly __PRECACHE__: readonly PrecacheFile[] }

/** Filled in by the build. */
const FILES: readonly PrecacheFile[] = self.__PRECACHE__
const CACHE = cacheName(FILES)
const scope = self.registration.scope
const urls: ReadonlySet<string> = new Set(FILES.map(file => new URL(file.url, scope).href))

self.addEventListener('install', event => {
  event.waitUntil(keepAll())
})

self.addEventListener('activate', event => {
  event.waitUntil(dropOld().then(() => self.clients.claim()))
})

/** The page sends this when the volunteer agrees. */
self.addEventListener('message', event => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting())
})

self.addEventListener('fetch', event => {
  const address = cachedAddress(event.request, scope, urls)
  if (address !== null) event.respondWith(fromCache(address, event.request))
})

/** Background Sync, where the browser has it: the network is back, whether or not a page is open. */
self.addEventListener('sync', event => {
  const { tag, waitUntil } = event as SyncEvent
  if (tag === DELIVERY_TAG) waitUntil.call(event, deliverInBackground())
})

/** All or nothing: a half-kept version would fail where there is no network to mend it. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([...urls].map(url => new Request(url, { cache: 'reload' })))
}

async function dropOld(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => isOldCache(name, CACHE)).map(name => caches.delete(name)))
}

async function fromCache(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  return (await cache.match(address)) ?? fetch(request)
}
