import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PROFILES, RISKS } from '../../../shared/gate/profiles.ts'
import { Strict } from '../../../shared/schema/common.ts'
import {
  CurrentPolicies,
  NewPolicy,
  PolicyEnd,
  PolicyHistoryQuery,
  PolicyPage,
  PolicyProfile,
  PolicyView
} from '../../../shared/schema/policies.ts'
import type { Context } from '../../domain/context.ts'
import { addPolicy, currentPolicies, endPolicy, policyHistory } from '../../domain/policies.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const PolicyNumber = Strict({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) })

export const policyRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/policies', { schema: { response: { 200: CurrentPolicies } } }, async request =>
      currentPolicies(ctx, staffOfCaller(request))
    )
    app.get(
      '/policies/history',
      { schema: { querystring: PolicyHistoryQuery, response: { 200: PolicyPage } } },
      async (request, reply) => sendOutcome(request, reply, await policyHistory(ctx, staffOfCaller(request), request.query))
    )
    app.get(
      '/policies/profiles',
      { schema: { response: { 200: Type.Array(PolicyProfile) } } },
      async () => structuredClone(RISKS.map(risk => ({ risk, rules: PROFILES[risk] }))) as never
    )
    app.post('/policies', { schema: { body: NewPolicy, response: { 201: PolicyView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addPolicy(ctx, staffOfCaller(request), request.body), 201)
    )
    app.post(
      '/policies/:id/end',
      { schema: { params: PolicyNumber, body: PolicyEnd, response: { 200: PolicyView } } },
      async (request, reply) =>
        sendOutcome(request, reply, await endPolicy(ctx, staffOfCaller(request), request.params.id, request.body.at))
    )
  }
