import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServiceMetrics } from '../metrics/service-metrics.ts'
import { sendProblem } from '../problem.ts'

export type MetricsOptions = {
  readonly metrics: ServiceMetrics
  /** Who knows it may read; null: only programs on this computer that come without a proxy. */
  readonly token: string | null
  readonly statusAgeMs: () => number | null
}

const LOCAL = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

export function addMetrics(app: FastifyInstance, { metrics, token, statusAgeMs }: MetricsOptions): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.request(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    if (!mayRead(request, token)) return sendProblem(request, reply, { code: 'not-found' })
    const text = await metrics.render({ streams: app.eventStreams.size, statusAgeMs: statusAgeMs() })
    return reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send(text)
  })
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token === null)
    return LOCAL.includes(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(hashOf(given), hashOf(token))
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
