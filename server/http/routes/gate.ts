import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Strict } from '../../../shared/schema/common.ts'
import { GateManifest, ManifestQuery, RecentEntries, RecentQuery, UploadAnswer, UploadBody } from '../../../shared/schema/gate.ts'
import type { Context } from '../../domain/context.ts'
import { noteClock } from '../../domain/note-clock.ts'
import { receiveEntries } from '../../domain/receive-entries.ts'
import { recentEntries, recentFeed } from '../../domain/recent-feed.ts'
import type { RosterPublisher } from '../../domain/roster/roster-publisher.ts'
import type { StatusPublisher } from '../../domain/status-lists.ts'
import type { SignedTrust } from '../../domain/trust.ts'
import type { Change } from '../../ports/bus.ts'
import type { DeviceRow } from '../../ports/storage.ts'
import { deviceOfCaller } from '../caller.ts'
import { openEventStream } from '../event-stream.ts'
import { isWireEntry } from '../is-wire-entry.ts'
import { sendOutcome, sendProblem } from '../problem.ts'
import { MAX_UPLOAD_BYTES, unzipIfZipped } from '../unzipped.ts'

const rosterOf = (version: string | null): { roster?: string } => (version === null ? {} : { roster: version })
const isRosterOf = (change: Change, { site }: DeviceRow): boolean => change.kind === 'roster' && change.site === site

export type GatePublishers = { trust: () => Promise<SignedTrust>; status: StatusPublisher; roster: RosterPublisher }

export const gateRoutes =
  (ctx: Context, { trust, status, roster }: GatePublishers): FastifyPluginAsyncTypebox =>
  async app => {
    const published = sharedInOneTurn(() => Promise.all([trust(), status.all()]))
    const manifest = async ({ site }: DeviceRow): Promise<GateManifest> => {
      const [signed, lists] = await published()
      return {
        trustVersion: signed.version,
        lists: lists.map(({ list, version }) => ({ list, version })),
        ...rosterOf(roster.version(site)),
        serverTime: ctx.env.now()
      }
    }

    app.get('/trust', { config: { rateLimit: false } }, async (_request, reply) =>
      reply
        .type('application/trust-bundle+jwt')
        .header('cache-control', 'no-cache')
        .send((await trust()).jws)
    )

    app.get(
      '/status/:list',
      { schema: { params: Strict({ list: Type.Integer({ minimum: 0, maximum: 127 }) }) }, config: { rateLimit: false } },
      async (request, reply) => {
        const signed = await status.list(request.params.list)
        if (signed === null) return sendProblem(request, reply, { code: 'not-found' })
        return reply.type('application/statuslist+jwt').header('cache-control', 'no-cache').send(signed.jwt)
      }
    )

    app.get('/manifest', { schema: { querystring: ManifestQuery, response: { 200: GateManifest } } }, async request => {
      const device = deviceOfCaller(request)
      await noteClock(ctx, device, request.query.deviceMs)
      return manifest(device)
    })

    app.get('/recent', { schema: { querystring: RecentQuery, response: { 200: RecentEntries } } }, async (request, reply) =>
      sendOutcome(request, reply, await recentEntries(ctx, deviceOfCaller(request), request.query.after))
    )

    app.post(
      '/entries',
      {
        schema: { body: UploadBody, response: { 200: UploadAnswer } },
        bodyLimit: MAX_UPLOAD_BYTES,
        preParsing: unzipIfZipped
      },
      async request => receiveEntries(ctx, isWireEntry, deviceOfCaller(request), request.body)
    )

    app.get('/events', { schema: { querystring: RecentQuery } }, async (request, reply) => {
      const device = deviceOfCaller(request)
      const stream = openEventStream(request, reply)
      const pushRecent = recentFeed(ctx, device, request.query.after, news => stream.send('passages', news))
      const fail = (error: unknown): void => {
        request.log.error({ err: error }, 'a push failed')
        stream.end() // the gate connects again and asks for everything
      }
      const unsubscribe = ctx.bus.subscribe(change => {
        if (change.kind === 'trust' || change.kind === 'status' || isRosterOf(change, device))
          manifest(device).then(data => stream.send('manifest', data), fail)
        else if (change.kind === 'entries' && change.sites.includes(device.site)) pushRecent().catch(fail)
        else if (change.kind === 'device' && change.device === device.id) stream.end()
      })
      app.eventStreams.add(stream)
      stream.onClose(() => {
        unsubscribe()
        app.eventStreams.delete(stream)
      })
      stream.send('manifest', await manifest(device))
      pushRecent().catch(fail) // what came between the phone's question and this connection
    })
  }

/**
 * Everybody who asks in the same turn of the event loop gets the same answer: a change that goes to thousands of streams
 * is looked up once. Who asks later, and may have to see a later change, makes a new one.
 */
function sharedInOneTurn<T>(read: () => Promise<T>): () => Promise<T> {
  let underway: Promise<T> | null = null
  return () => {
    if (underway === null) {
      underway = read()
      queueMicrotask(() => {
        underway = null
      })
    }
    return underway
  }
}
