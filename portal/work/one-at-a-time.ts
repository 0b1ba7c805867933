let last: Promise<unknown> = Promise.resolve()

/** Runs one delivery after another, in all tabs and the service worker where the browser has locks, else in this page. */
export function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (globalThis.navigator?.locks !== undefined) return navigator.locks.request(name, work) as Promise<T>
  const next = last.then(work, work)
  last = next.catch(() => undefined)
  return next
}
