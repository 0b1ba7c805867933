import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import {
  DeviceToken,
  DeviceTokenBody,
  DeviceView,
  EnrolledDevice,
  Enrolment,
  NewDevice,
  NewEnrolment
} from '../../../shared/schema/devices.ts'
import type { Context } from '../../domain/context.ts'
import { createEnrolment, type DeviceProver, enrolDevice, listDevices, revokeDevice } from '../../domain/devices.ts'
import { DEVICE_TOKEN_SECONDS, staffOfCaller, type TokenClaims } from '../caller.ts'
import { sendOutcome, sendProblem } from '../problem.ts'

export const deviceRoutes =
  (ctx: Context, prove: DeviceProver): FastifyPluginAsyncTypebox =>
  async app => {
    app.post('/enrolments', { schema: { body: NewEnrolment, response: { 201: Enrolment } } }, async (request, reply) =>
      sendOutcome(request, reply, await createEnrolment(ctx, staffOfCaller(request), request.body.site), 201)
    )

    app.post(
      '/devices',
      {
        schema: { body: NewDevice, response: { 201: EnrolledDevice } },
        config: { rateLimit: { max: 10, timeWindow: '1 minute' } }
      },
      async (request, reply) => sendOutcome(request, reply, await enrolDevice(ctx, request.body), 201)
    )

    app.post('/devices/token', { schema: { body: DeviceTokenBody, response: { 200: DeviceToken } } }, async (request, reply) => {
      const outcome = await prove(request.body)
      if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
      const now = ctx.env.now()
      const claims: TokenClaims = { sub: outcome.value.id, use: 'device', since: now }
      return {
        token: app.jwt.sign(claims, { expiresIn: `${DEVICE_TOKEN_SECONDS}s` }),
        expiresAt: now + DEVICE_TOKEN_SECONDS * 1000,
        serverTime: now,
        revoked: outcome.value.revokedAt !== null
      }
    })

    app.get('/devices', { schema: { response: { 200: Type.Array(DeviceView) } } }, async request =>
      listDevices(ctx, staffOfCaller(request))
    )

    app.post(
      '/devices/:id/revoke',
      { schema: { params: Strict({ id: Id }), response: { 200: DeviceView } } },
      async (request, reply) => sendOutcome(request, reply, await revokeDevice(ctx, staffOfCaller(request), request.params.id))
    )
  }
