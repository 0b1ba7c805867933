import type { RateLimitOptions, RateLimitPluginOptions } from '@fastify/rate-limit'
import type { Bus } from '../../ports/bus.ts'

type Count = (error: Error | null, result?: { current: number; ttl: number }) => void
type Store = {
  incr(key: string, done: Count, windowMs: number): void
  child(route: RateLimitOptions & { routeInfo?: { method?: unknown; url?: string } }): Store
}

/** Requests are counted where all servers see them: a guesser does not get a fresh limit from each. */
export function sharedLimits(bus: Bus): NonNullable<RateLimitPluginOptions['store']> {
  const storeOf = (scope: string): Store => ({
    incr(key, done, windowMs) {
      bus.countUse(`${scope}/${key}`, windowMs).then(
        ({ count, leftMs }) => done(null, { current: count, ttl: leftMs }),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)))
      )
    },
    child: ({ routeInfo }) => storeOf(`${String(routeInfo?.method)} ${routeInfo?.url}`)
  })
  return function Limits() {
    return storeOf('all')
  } as unknown as NonNullable<RateLimitPluginOptions['store']>
}
