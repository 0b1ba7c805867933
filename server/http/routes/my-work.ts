import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Strict } from '../../../shared/schema/common.ts'
import {
  ConfirmInvitation,
  DailyReport,
  LINK_HEADER,
  MyWork,
  NewApplication,
  NoticesRead,
  PhotoParam,
  PushSubscriptionInput,
  ReportKept,
  Submitted,
  WorkAnswer,
  WorkForm,
  WorkNotices
} from '../../../shared/schema/work.ts'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import type { Context, Outcome } from '../../domain/context.ts'
import { addPhoto, answerQuestion, myNotices, myWork, setPush, withdrawWork, workForm } from '../../domain/work/my-work.ts'
import { reportToday } from '../../domain/work/reports.ts'
import { openWork } from '../../domain/work/secrets.ts'
import { confirmInvitation, submitApplication } from '../../domain/work/submit.ts'
import type { WorkRow } from '../../ports/work-storage.ts'
import { sendOutcome } from '../problem.ts'

/** For each address: a building site's dormitory behind one, and no flooding. */
export const rateLimit = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })
const none = { 204: Type.Null() }
export const form = { bodyLimit: WORK_LIMITS.formBytes }
const page = { 200: MyWork }

/** The secret link of a request, as its header carries it. */
export const linkOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers[LINK_HEADER]
  return typeof header === 'string' ? header : undefined
}

/** Before anybody is known: what a form needs, and the application itself. */
export const workRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/work/form', { schema: { response: { 200: WorkForm } }, ...rateLimit(120) }, async () => workForm(ctx))
    app.post(
      '/work/applications',
      { schema: { body: NewApplication, response: { 201: Submitted } }, ...form, ...rateLimit(60) },
      async (request, reply) => sendOutcome(request, reply, await submitApplication(ctx, request.body), 201)
    )
  }

/** By the applicant's secret link. */
export const myWorkRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.addContentTypeParser(['image/jpeg', 'application/octet-stream'], { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body)
    )
    const byLink = async <T>(
      request: FastifyRequest,
      reply: FastifyReply,
      use: (row: WorkRow) => Promise<Outcome<T>>,
      status = 200
    ) => {
      const opened = await openWork(ctx, linkOf(request))
      return sendOutcome<unknown>(request, reply, opened.ok ? await use(opened.value) : opened, status)
    }
    const asPage = async (outcome: Outcome<WorkRow>): Promise<Outcome<MyWork>> =>
      outcome.ok ? { ok: true, value: await myWork(ctx, outcome.value) } : outcome

    app.get('', { schema: { response: page }, ...rateLimit(120) }, (request, reply) =>
      byLink(request, reply, async row => asPage({ ok: true, value: row }))
    )
    app.post(
      '/submission',
      { schema: { body: ConfirmInvitation, response: { 201: Submitted } }, ...form, ...rateLimit(60) },
      async (request, reply) => sendOutcome(request, reply, await confirmInvitation(ctx, linkOf(request), request.body), 201)
    )
    app.post('/answer', { schema: { body: WorkAnswer, response: page }, ...form, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, async row => asPage(await answerQuestion(ctx, row, request.body)))
    )
    app.post('/withdrawal', { schema: { body: Strict({}), response: page }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, async row => asPage(await withdrawWork(ctx, row)))
    )
    app.put(
      '/photos/:kind',
      { schema: { params: PhotoParam, response: none }, bodyLimit: WORK_LIMITS.photoBytes, ...rateLimit(30) },
      (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        return byLink(request, reply, row => addPhoto(ctx, row, request.params.kind, bytes), 204)
      }
    )
    app.post('/reports', { schema: { body: DailyReport, response: { 200: ReportKept } }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, row => reportToday(ctx, row, request.body, { by: 'applicant', byName: '' }))
    )
    app.put('/push', { schema: { body: PushSubscriptionInput, response: none }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, row => setPush(ctx, row, request.body), 204)
    )
    app.get('/notices', { schema: { response: { 200: WorkNotices } }, ...rateLimit(120) }, (request, reply) =>
      byLink(request, reply, async row => ({ ok: true, value: await myNotices(ctx, row) }))
    )
    app.post('/notices/read', { schema: { body: NoticesRead, response: none }, ...rateLimit(60) }, (request, reply) =>
      byLink(
        request,
        reply,
        async ({ number }) => ({ ok: true, value: await ctx.storage.readNotices(number, request.body.upTo, ctx.env.now()) }),
        204
      )
    )
  }
