import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../../domain/context.ts'
import { publicKeySet } from '../../domain/trust.ts'
import { sendProblem } from '../problem.ts'

export const serviceRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/healthz', {}, async () => ({ status: 'ok' }))

    app.get('/readyz', {}, async (request, reply) => {
      try {
        await ctx.storage.check()
        // Without its fellows a server is slower to hear of changes, not unable: it stays in the balancer.
        return { status: 'ready', servers: ctx.bus.state() }
      } catch (error) {
        request.log.error({ err: error }, 'the storage does not answer')
        return sendProblem(request, reply, { code: 'not-ready' })
      }
    })

    app.get('/.well-known/jwks.json', {}, async (_request, reply) =>
      reply
        .type('application/jwk-set+json')
        .header('cache-control', 'public, max-age=60')
        .send(JSON.stringify(await publicKeySet(ctx)))
    )
  }
