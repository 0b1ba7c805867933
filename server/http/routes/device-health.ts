import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import { DeviceHealth, QuarantinedEntry } from '../../../shared/schema/device-health.ts'
import type { Context } from '../../domain/context.ts'
import { deviceHealth, readQuarantine } from '../../domain/device-health.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

export const deviceHealthRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/devices/health', { schema: { response: { 200: Type.Array(DeviceHealth) } } }, async request =>
      deviceHealth(ctx, staffOfCaller(request))
    )

    app.get(
      '/devices/:id/quarantine',
      { schema: { params: Strict({ id: Id }), response: { 200: Type.Array(QuarantinedEntry) } } },
      async (request, reply) => sendOutcome(request, reply, await readQuarantine(ctx, staffOfCaller(request), request.params.id))
    )
  }
