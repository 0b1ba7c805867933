import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Strict } from '../../../shared/schema/common.ts'
import { ApplicationNumber, Submitted } from '../../../shared/schema/work.ts'
import {
  BulkReports,
  ClerkDeclaration,
  EmployerRegistered,
  FilingInput,
  MyEmployer,
  NewEmployer,
  Roster,
  RosterKept,
  WorkerPage,
  WorkerQuery,
  WorkersDone,
  WorkersInput
} from '../../../shared/schema/work-employer.ts'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import type { Context, Outcome } from '../../domain/context.ts'
import { fileRestart, myEmployer, registerEmployer } from '../../domain/work/employers.ts'
import type { SerialOf } from '../../domain/work/issue-cards.ts'
import { addRoster } from '../../domain/work/roster.ts'
import { openEmployer } from '../../domain/work/secrets.ts'
import {
  approveWorkers,
  declareByClerk,
  listWorkers,
  renewWorkers,
  reportLeft,
  reportWorkers
} from '../../domain/work/workers.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import { sendOutcome } from '../problem.ts'
import { form, linkOf, rateLimit } from './my-work.ts'

const page = { 200: MyEmployer }
const done = { 200: WorkersDone }
const large = { bodyLimit: WORK_LIMITS.rosterBytes }

/** Anybody may register as an employer; it counts for nothing until the community approved it. */
export const employerRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.post(
      '/work/employers',
      { schema: { body: NewEmployer, response: { 201: EmployerRegistered } }, ...form, ...rateLimit(20) },
      async (request, reply) => sendOutcome(request, reply, await registerEmployer(ctx, request.body), 201)
    )
  }

/** By the employer's secret link; every worker is looked for among its own alone. */
export const myEmployerRoutes =
  (ctx: Context, serialOf: SerialOf): FastifyPluginAsyncTypebox =>
  async app => {
    const byLink = async <T>(
      request: FastifyRequest,
      reply: FastifyReply,
      use: (row: EmployerRow) => Promise<Outcome<T>>,
      status = 200
    ) => {
      const opened = await openEmployer(ctx, linkOf(request))
      return sendOutcome<unknown>(request, reply, opened.ok ? await use(opened.value) : opened, status)
    }
    const params = Strict({ number: ApplicationNumber })
    const asPage = async (outcome: Outcome<EmployerRow>): Promise<Outcome<MyEmployer>> =>
      outcome.ok ? { ok: true, value: await myEmployer(ctx, outcome.value) } : outcome

    app.get('', { schema: { response: page }, ...rateLimit(120) }, (request, reply) =>
      byLink(request, reply, async row => asPage({ ok: true, value: row }))
    )
    app.put('/filing', { schema: { body: FilingInput, response: page }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, async row => asPage(await fileRestart(ctx, row, request.body)))
    )
    app.get(
      '/workers',
      { schema: { querystring: WorkerQuery, response: { 200: WorkerPage } }, ...rateLimit(120) },
      (request, reply) => byLink(request, reply, row => listWorkers(ctx, row, request.query))
    )
    app.post(
      '/workers',
      { schema: { body: Roster, response: { 200: RosterKept } }, ...large, ...rateLimit(30) },
      (request, reply) => byLink(request, reply, row => addRoster(ctx, row, request.body))
    )
    app.post(
      '/workers/:number/declaration',
      { schema: { params, body: ClerkDeclaration, response: { 201: Submitted } }, ...form, ...rateLimit(120) },
      (request, reply) => byLink(request, reply, row => declareByClerk(ctx, row, request.params.number, request.body), 201)
    )
    app.post(
      '/workers/:number/left',
      { schema: { params, body: Strict({}), response: { 204: Type.Null() } }, ...rateLimit(120) },
      (request, reply) => byLink(request, reply, row => reportLeft(ctx, row, request.params.number), 204)
    )
    app.post('/renewals', { schema: { body: WorkersInput, response: done }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, row => renewWorkers(ctx, row, request.body.numbers))
    )
    app.post('/reports', { schema: { body: BulkReports, response: done }, ...large, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, row => reportWorkers(ctx, row, request.body.reports))
    )
    app.post('/approvals', { schema: { body: WorkersInput, response: done }, ...rateLimit(30) }, (request, reply) =>
      byLink(request, reply, row => approveWorkers(ctx, serialOf, row, request.body.numbers))
    )
  }
