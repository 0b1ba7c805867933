import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import { RegisterId } from '../../../shared/schema/register.ts'
import { AskBack, HomePage, HomeProof, ReportSent, ReportView, Settle } from '../../../shared/schema/survey-report.ts'
import type { Context } from '../../domain/context.ts'
import { readHome, sendReport } from '../../domain/survey/home.ts'
import { askBack, readReport, settleReport } from '../../domain/survey/reports.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const params = Strict({ round: Id, household: RegisterId })

/** What households report themselves, for the office. */
export const reportRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    const view = { 200: ReportView }
    app.get('/report', { schema: { params, response: view } }, async (request, reply) => {
      const { round, household } = request.params
      return sendOutcome(request, reply, await readReport(ctx, staffOfCaller(request), round, household))
    })
    app.post('/report/settle', { schema: { params, body: Settle, response: view } }, async (request, reply) => {
      const { round, household } = request.params
      return sendOutcome(request, reply, await settleReport(ctx, staffOfCaller(request), round, household, request.body))
    })
    app.post('/report/ask', { schema: { params, body: AskBack, response: view } }, async (request, reply) => {
      const { round, household } = request.params
      return sendOutcome(request, reply, await askBack(ctx, staffOfCaller(request), round, household, request.body))
    })
  }

/** For each address: a family at one table, and no guessing. */
const rateLimit = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })

/** A household by its link; the secret comes in the body, from the link's fragment. */
export const myHouseholdRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    const page = { 200: HomePage }
    app.post('/read', { schema: { body: HomeProof, response: page }, ...rateLimit(30) }, async (request, reply) =>
      sendOutcome(request, reply, await readHome(ctx, request.body))
    )
    app.post('/send', { schema: { body: ReportSent, response: page }, ...rateLimit(10) }, async (request, reply) =>
      sendOutcome(request, reply, await sendReport(ctx, request.body))
    )
  }
