import { cachedAddress, cacheName, isOldCache, type PrecacheFile } from './precache.ts'

declare const self: ServiceWorkerGlobalScope & { readonly __PRECACHE__: readonly PrecacheFile[] }

/** The whole service worker of an app: every file of a build is kept, and answered without a network. `prefix`: of the caches' names. */
export function keepPages(prefix: string): void {
  /** Filled in by the build. */
  const files: readonly PrecacheFile[] = self.__PRECACHE__
  const current = cacheName(prefix, files)
  const scope = self.registration.scope
  const urls: ReadonlySet<string> = new Set(files.map(file => new URL(file.url, scope).href))

  self.addEventListener('install', event => {
    event.waitUntil(keepAll(current, urls))
  })
  self.addEventListener('activate', event => {
    event.waitUntil(dropOld(prefix, current).then(() => self.clients.claim()))
  })
  /** The page sends this when nobody looks at it. */
  self.addEventListener('message', event => {
    if (event.data === 'take-over') event.waitUntil(self.skipWaiting())
  })
  self.addEventListener('fetch', event => {
    const address = cachedAddress(event.request, scope, urls)
    if (address !== null) event.respondWith(fromCache(current, address, event.request))
  })
}

/** All or nothing: a half-kept version would fail where there is no network to mend it. */
async function keepAll(current: string, urls: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(current)
  await cache.addAll([...urls].map(url => new Request(url, { cache: 'reload' })))
}

async function dropOld(prefix: string, current: string): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => isOldCache(prefix, name, current)).map(name => caches.delete(name)))
}

async function fromCache(current: string, address: string, request: Request): Promise<Response> {
  const cache = await caches.open(current)
  return (await cache.match(address)) ?? fetch(request)
}
