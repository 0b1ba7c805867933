import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AlertId, AlertPage, AlertQuery, AlertView } from '../../../shared/schema/alerts.ts'
import { Strict } from '../../../shared/schema/common.ts'
import { acknowledgeAlert, listAlerts, maySee } from '../../domain/alerts.ts'
import type { Context } from '../../domain/context.ts'
import { staffOfCaller } from '../caller.ts'
import { openEventStream } from '../event-stream.ts'
import { sendOutcome } from '../problem.ts'

export const alertRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/alerts', { schema: { querystring: AlertQuery, response: { 200: AlertPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listAlerts(ctx, staffOfCaller(request), request.query))
    )

    app.post(
      '/alerts/:id/acknowledge',
      { schema: { params: Strict({ id: AlertId }), body: Strict({}), response: { 200: AlertView } } },
      async (request, reply) =>
        sendOutcome(request, reply, await acknowledgeAlert(ctx, staffOfCaller(request), request.params.id))
    )

    app.get('/alerts/events', {}, async (request, reply) => {
      const staff = staffOfCaller(request)
      const stream = openEventStream(request, reply)
      const fail = (error: unknown): void => {
        request.log.error({ err: error }, 'a push failed')
        stream.end() // the console connects again and asks for everything
      }
      const unsubscribe = ctx.bus.subscribe(change => {
        if (change.kind === 'alerts') maySee(ctx, staff, change).then(isSeen => isSeen && stream.send('alerts', {}), fail)
      })
      app.eventStreams.add(stream)
      stream.onClose(() => {
        unsubscribe()
        app.eventStreams.delete(stream)
      })
    })
  }
