/** A file of this build. `url` is absolute or relative to the scope; `hash` changes with its content. */
export type PrecacheFile = { readonly url: string; readonly hash: string }

/** One cache for each build: its name changes when any file does (FNV-1a, 32 bits, over all urls and hashes). */
export function cacheName(prefix: string, files: readonly PrecacheFile[]): string {
  let digest = 0x811c9dc5
  for (const code of files.map(file => `${file.url} ${file.hash}`).join('\n')) {
    digest = Math.imul(digest ^ (code.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return `${prefix}${digest.toString(16).padStart(8, '0')}`
}

export const isOldCache = (prefix: string, name: string, current: string): boolean => name.startsWith(prefix) && name !== current

export type RequestShape = { readonly method: string; readonly url: string; readonly mode: string }

/**
 * The address under which a request is answered from the cache; null: it goes to the network as if there were no worker.
 * Nothing of the API is ever kept: a status must not look newer than it is.
 */
export function cachedAddress(request: RequestShape, scope: string, urls: ReadonlySet<string>): string | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== new URL(scope).origin || url.pathname.startsWith('/api/')) return null
  const plain = url.origin + url.pathname
  if (urls.has(plain)) return plain
  if (request.mode !== 'navigate' || !plain.startsWith(scope)) return null
  return [scope, `${scope}index.html`].find(page => urls.has(page)) ?? null
}
