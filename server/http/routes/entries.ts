import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { EntryPage, EntryQuery } from '../../../shared/schema/gate.ts'
import { EntryRef, VisitorView } from '../../../shared/schema/visitors.ts'
import type { Context } from '../../domain/context.ts'
import { describeEntries, entriesAfter, listEntries } from '../../domain/read-log.ts'
import { readVisitor } from '../../domain/read-visitor.ts'
import { staffOfCaller } from '../caller.ts'
import { openEventStream } from '../event-stream.ts'
import { sendOutcome } from '../problem.ts'

export const entryRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/entries', { schema: { querystring: EntryQuery, response: { 200: EntryPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listEntries(ctx, staffOfCaller(request), request.query))
    )

    app.get(
      '/entries/:device/:number/visitor',
      { schema: { params: EntryRef, response: { 200: VisitorView } } },
      async (request, reply) => {
        const { device, number } = request.params
        return sendOutcome(request, reply, await readVisitor(ctx, staffOfCaller(request), device, number))
      }
    )

    app.get('/entries/events', {}, async (request, reply) => {
      const staff = staffOfCaller(request)
      const [newest] = await ctx.storage.entries({ sites: null, limit: 1 })
      let sent = newest?.sequence ?? 0
      const stream = openEventStream(request, reply)
      // One read at a time: what comes meanwhile is found by the next one.
      let turn = Promise.resolve()
      const push = async (): Promise<void> => {
        const rows = await entriesAfter(ctx, staff, sent)
        sent = rows.at(-1)?.sequence ?? sent
        for (const view of await describeEntries(ctx, rows)) stream.send('entry', view)
      }
      const unsubscribe = ctx.bus.subscribe(change => {
        if (change.kind !== 'entries') return
        turn = turn.then(push).catch(error => {
          request.log.error({ err: error }, 'a push failed')
          stream.end()
        })
      })
      app.eventStreams.add(stream)
      stream.onClose(() => {
        unsubscribe()
        app.eventStreams.delete(stream)
      })
    })
  }
