import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Serial, Strict } from '../../../shared/schema/common.ts'
import {
  MyPass,
  MyPassBody,
  NewPass,
  PassDetail,
  PassPage,
  PassQuery,
  Reissue,
  StatusChange
} from '../../../shared/schema/passes.ts'
import { changePassStatus } from '../../domain/change-status.ts'
import type { Context } from '../../domain/context.ts'
import type { PassIssuer } from '../../domain/issue-passes.ts'
import { listPasses, myPass, passDetail, visiblePass } from '../../domain/read-passes.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome, sendProblem } from '../problem.ts'

export const SerialParam = Strict({ serial: Serial })

export const passRoutes =
  (ctx: Context, issuer: PassIssuer): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/passes', { schema: { querystring: PassQuery, response: { 200: PassPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listPasses(ctx, staffOfCaller(request), request.query))
    )

    app.post('/passes', { schema: { body: NewPass, response: { 201: PassDetail } } }, async (request, reply) => {
      const outcome = await issuer.issue(staffOfCaller(request), request.body)
      if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
      return reply.code(201).send(await passDetail(ctx, outcome.value))
    })

    app.get('/passes/:serial', { schema: { params: SerialParam, response: { 200: PassDetail } } }, async (request, reply) => {
      const outcome = await visiblePass(ctx, staffOfCaller(request), request.params.serial)
      if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
      await ctx.storage.audit({
        at: ctx.env.now(),
        actor: staffOfCaller(request).id,
        action: 'view-pass',
        object: String(request.params.serial),
        detail: ''
      })
      return passDetail(ctx, outcome.value)
    })

    app.post(
      '/passes/:serial/status',
      { schema: { params: SerialParam, body: StatusChange, response: { 200: PassDetail } } },
      async (request, reply) => {
        const staff = staffOfCaller(request)
        const changed = await changePassStatus(ctx, staff, request.params.serial, request.body)
        if (!changed.ok) return sendProblem(request, reply, changed.failure)
        const outcome = await visiblePass(ctx, staff, request.params.serial)
        return outcome.ok ? passDetail(ctx, outcome.value) : sendProblem(request, reply, outcome.failure)
      }
    )

    app.post(
      '/passes/:serial/reissue',
      { schema: { params: SerialParam, body: Reissue, response: { 201: PassDetail } } },
      async (request, reply) => {
        const outcome = await issuer.reissue(staffOfCaller(request), request.params.serial, request.body)
        if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
        return reply.code(201).send(await passDetail(ctx, outcome.value))
      }
    )

    app.post(
      '/my-pass',
      { schema: { body: MyPassBody, response: { 200: MyPass } }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
      async (request, reply) => sendOutcome(request, reply, await myPass(ctx, request.body.serial, request.body.secret))
    )
  }
