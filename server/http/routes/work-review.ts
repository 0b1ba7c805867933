import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import { ApplicationNumber, PhotoParam } from '../../../shared/schema/work.ts'
import { EmployerAction, EmployerItem, EmployerLink, EmployerPage, EmployerQuery } from '../../../shared/schema/work-employer.ts'
import {
  ApplicationDetail,
  BulkDone,
  BulkView,
  CardPage,
  CardQuery,
  NewBulk,
  NewWorkPolicy,
  QueuePage,
  QueueQuery,
  WorkAction,
  WorkPolicies,
  WorkPolicyView,
  WorkSummary
} from '../../../shared/schema/work-review.ts'
import type { Context } from '../../domain/context.ts'
import { approveBulk, createBulk, readBulk } from '../../domain/work/bulk.ts'
import { actOnEmployer, listEmployers, readEmployer, replaceEmployerLink } from '../../domain/work/employers.ts'
import type { SerialOf } from '../../domain/work/issue-cards.ts'
import { openWorkPhoto } from '../../domain/work/open-photo.ts'
import { addWorkPolicy, listWorkPolicies } from '../../domain/work/policies.ts'
import { listWorkCards, openApplication, readQueue, stepOnApplication, summariseWork } from '../../domain/work/read-queue.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const number = Strict({ number: ApplicationNumber })
const bulk = Strict({ bulk: Id })
const employer = Strict({ employer: Id })

/** The desk of who decides. */
export const workReviewRoutes =
  (ctx: Context, serialOf: SerialOf): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/work/summary', { schema: { response: { 200: WorkSummary } } }, async request =>
      summariseWork(ctx, staffOfCaller(request))
    )
    app.get('/work/applications', { schema: { querystring: QueueQuery, response: { 200: QueuePage } } }, async (request, reply) =>
      sendOutcome(request, reply, await readQueue(ctx, staffOfCaller(request), request.query))
    )
    app.get(
      '/work/applications/:number',
      { schema: { params: number, response: { 200: ApplicationDetail } } },
      async (request, reply) =>
        sendOutcome(request, reply, await openApplication(ctx, staffOfCaller(request), request.params.number))
    )
    app.post(
      '/work/applications/:number/steps',
      { schema: { params: number, body: WorkAction, response: { 200: ApplicationDetail } } },
      async (request, reply) => {
        const staff = staffOfCaller(request)
        return sendOutcome(request, reply, await stepOnApplication(ctx, serialOf, staff, request.params.number, request.body))
      }
    )
    app.get(
      '/work/applications/:number/photos/:kind',
      { schema: { params: Strict({ ...number.properties, ...PhotoParam.properties }) } },
      async (request, reply) => {
        const photo = await openWorkPhoto(ctx, staffOfCaller(request), request.params)
        return photo.ok ? reply.type('image/jpeg').send(Buffer.from(photo.value)) : sendOutcome(request, reply, photo)
      }
    )
    app.post('/work/bulks', { schema: { body: NewBulk, response: { 201: BulkView } } }, async (request, reply) =>
      sendOutcome(request, reply, await createBulk(ctx, staffOfCaller(request), request.body.numbers), 201)
    )
    app.get('/work/bulks/:bulk', { schema: { params: bulk, response: { 200: BulkView } } }, async (request, reply) =>
      sendOutcome(request, reply, await readBulk(ctx, staffOfCaller(request), request.params.bulk))
    )
    app.post(
      '/work/bulks/:bulk/approval',
      { schema: { params: bulk, body: Strict({}), response: { 200: BulkDone } } },
      async (request, reply) =>
        sendOutcome(request, reply, await approveBulk(ctx, serialOf, staffOfCaller(request), request.params.bulk))
    )
    app.get('/work/cards', { schema: { querystring: CardQuery, response: { 200: CardPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listWorkCards(ctx, staffOfCaller(request), request.query))
    )
  }

/** Employers and the rules, for the office. */
export const workOfficeRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get(
      '/work/employers',
      { schema: { querystring: EmployerQuery, response: { 200: EmployerPage } } },
      async (request, reply) => sendOutcome(request, reply, await listEmployers(ctx, staffOfCaller(request), request.query))
    )
    app.get(
      '/work/employers/:employer',
      { schema: { params: employer, response: { 200: EmployerItem } } },
      async (request, reply) =>
        sendOutcome(request, reply, await readEmployer(ctx, staffOfCaller(request), request.params.employer))
    )
    app.post(
      '/work/employers/:employer/steps',
      { schema: { params: employer, body: EmployerAction, response: { 200: EmployerItem } } },
      async (request, reply) =>
        sendOutcome(request, reply, await actOnEmployer(ctx, staffOfCaller(request), request.params.employer, request.body))
    )
    app.post(
      '/work/employers/:employer/link',
      { schema: { params: employer, body: Type.Object({}, { additionalProperties: false }), response: { 200: EmployerLink } } },
      async (request, reply) =>
        sendOutcome(request, reply, await replaceEmployerLink(ctx, staffOfCaller(request), request.params.employer))
    )
    app.get('/work/policies', { schema: { response: { 200: WorkPolicies } } }, async () => listWorkPolicies(ctx))
    app.post('/work/policies', { schema: { body: NewWorkPolicy, response: { 201: WorkPolicyView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addWorkPolicy(ctx, staffOfCaller(request), request.body), 201)
    )
  }
