import { concatBytes } from '../../../shared/bytes.ts'
import type { Journal } from './journal.ts'

const CACHE = 'checkpoint-log'
const PATH = '/checkpoint-log/'

/** The journal in the Cache API, a response for each append, where a browser has no private file system. */
export function createCacheJournal(caches: CacheStorage): Journal {
  let last = 0
  const open = (): Promise<Cache> => caches.open(CACHE)
  /** Ordered by their time; two of the same moment are told apart, also over tabs. */
  const nextKey = (): string => {
    last = Math.max(last + 1, Date.now())
    return `${PATH}${last.toString().padStart(16, '0')}-${crypto.randomUUID()}`
  }
  const put = async (cache: Cache, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
    cache.put(new Request(nextKey()), new Response(bytes))
  const keys = async (cache: Cache): Promise<readonly Request[]> =>
    [...(await cache.keys())].sort((a, b) => (a.url < b.url ? -1 : 1))
  return {
    append: async bytes => put(await open(), bytes),
    async read() {
      const cache = await open()
      const parts: Uint8Array[] = []
      for (const key of await keys(cache)) {
        const part = await cache.match(key)
        if (part !== undefined) parts.push(new Uint8Array(await part.arrayBuffer()))
      }
      return concatBytes(...parts)
    },
    async replace(bytes) {
      const cache = await open()
      const old = await keys(cache)
      if (bytes.length > 0) await put(cache, bytes)
      for (const key of old) await cache.delete(key)
    }
  }
}
