import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { RosterAnswer, RosterKey, RosterQuery } from '../../../shared/schema/roster.ts'
import type { Context } from '../../domain/context.ts'
import { missNoter } from '../../domain/roster/note-misses.ts'
import type { RosterPublisher } from '../../domain/roster/roster-publisher.ts'
import { pepperOf } from '../../domain/roster/seal-record.ts'
import { deviceOfCaller } from '../caller.ts'
import { sendProblem } from '../problem.ts'

/** The encrypted roster of the phone's own site, and the key that is never written down there. */
export const rosterRoutes =
  (ctx: Context, roster: RosterPublisher): FastifyPluginAsyncTypebox =>
  async app => {
    const noteMisses = missNoter(ctx)

    app.get(
      '/roster',
      { schema: { querystring: RosterQuery, response: { 200: RosterAnswer, 304: Type.Null() } } },
      async (request, reply) => {
        const device = deviceOfCaller(request)
        await noteMisses(device, request.query.misses)
        const version = roster.version(device.site)
        if (version !== null) reply.header('etag', `"${version}"`)
        if (version !== null && request.headers['if-none-match'] === `"${version}"`) return reply.code(304).send(null)
        const answer = roster.answer(device.site, request.query.since, request.query.from)
        return answer ?? sendProblem(request, reply, { code: 'not-ready' })
      }
    )

    app.get('/roster/key', { schema: { response: { 200: RosterKey } } }, async request => ({
      pepper: Buffer.from(pepperOf(ctx.signer, deviceOfCaller(request).site)).toString('base64url')
    }))
  }
