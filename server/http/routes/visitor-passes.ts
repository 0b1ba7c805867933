import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NewVisitorPass, VisitorPass } from '../../../shared/schema/visitor-passes.ts'
import type { Context } from '../../domain/context.ts'
import type { PassIssuer } from '../../domain/issue-passes.ts'
import { issueVisitorPass } from '../../domain/issue-visitor-pass.ts'
import { deviceOfCaller } from '../caller.ts'
import { sendProblem } from '../problem.ts'

export const visitorPassRoutes =
  (ctx: Context, issuer: PassIssuer): FastifyPluginAsyncTypebox =>
  async app => {
    app.post('/visitor-passes', { schema: { body: NewVisitorPass, response: { 201: VisitorPass } } }, async (request, reply) => {
      const outcome = await issueVisitorPass(ctx, issuer, deviceOfCaller(request), request.body)
      return outcome.ok ? reply.code(201).send(outcome.value) : sendProblem(request, reply, outcome.failure)
    })
  }
