import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import { MassAction, MassFilter, MassIssueList, MassIssueView, MassPreview } from '../../../shared/schema/mass-issue.ts'
import type { Context } from '../../domain/context.ts'
import {
  actOnMassIssue,
  createMassIssue,
  listMassIssues,
  previewMassIssue,
  readMassIssue
} from '../../domain/mass-issue/manage.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const Param = Strict({ issue: Id })

/** `run` begins or goes on with an issue; it answers at once and the work goes on beside. */
export const massIssueRoutes =
  (ctx: Context, run: (id: string) => void): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/mass-issues', { schema: { response: { 200: MassIssueList } } }, async request =>
      listMassIssues(ctx, staffOfCaller(request))
    )
    app.post('/mass-issues/preview', { schema: { body: MassFilter, response: { 200: MassPreview } } }, async (request, reply) =>
      sendOutcome(request, reply, await previewMassIssue(ctx, staffOfCaller(request), request.body))
    )
    app.post('/mass-issues', { schema: { body: MassFilter, response: { 201: MassIssueView } } }, async (request, reply) => {
      const created = await createMassIssue(ctx, staffOfCaller(request), request.body)
      if (created.ok && created.value.state === 'running') run(created.value.id)
      return sendOutcome(request, reply, created, 201)
    })
    app.get('/mass-issues/:issue', { schema: { params: Param, response: { 200: MassIssueView } } }, async (request, reply) =>
      sendOutcome(request, reply, await readMassIssue(ctx, staffOfCaller(request), request.params.issue))
    )
    app.post(
      '/mass-issues/:issue/state',
      { schema: { params: Param, body: MassAction, response: { 200: MassIssueView } } },
      async (request, reply) => {
        const changed = await actOnMassIssue(ctx, staffOfCaller(request), request.params.issue, request.body)
        if (changed.ok && changed.value.state === 'running') run(changed.value.id)
        return sendOutcome(request, reply, changed)
      }
    )
  }
