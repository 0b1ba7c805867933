import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  Duty,
  DutyPage,
  Handover,
  HandoverPage,
  RecordAnswer,
  RecordQuery,
  Training,
  TrainingPage
} from '../../../shared/schema/records.ts'
import type { Context } from '../../domain/context.ts'
import { listHandovers, listRecords, receiveRecord } from '../../domain/gate-records.ts'
import { deviceOfCaller, staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const taken = { 200: RecordAnswer }

/** What gates deliver besides their log, one record at a time. */
export const gateRecordRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.post('/trainings', { schema: { body: Training, response: taken } }, async request =>
      receiveRecord(ctx, deviceOfCaller(request), 'trainings', request.body)
    )
    app.post('/handovers', { schema: { body: Handover, response: taken } }, async request =>
      receiveRecord(ctx, deviceOfCaller(request), 'handovers', request.body)
    )
    app.post('/duties', { schema: { body: Duty, response: taken } }, async request =>
      receiveRecord(ctx, deviceOfCaller(request), 'duties', request.body)
    )
  }

/** The same records for staff. */
export const recordRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/trainings', { schema: { querystring: RecordQuery, response: { 200: TrainingPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listRecords(ctx, staffOfCaller(request), 'trainings', request.query))
    )
    app.get('/handovers', { schema: { querystring: RecordQuery, response: { 200: HandoverPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listHandovers(ctx, staffOfCaller(request), request.query))
    )
    app.get('/duties', { schema: { querystring: RecordQuery, response: { 200: DutyPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listRecords(ctx, staffOfCaller(request), 'duties', request.query))
    )
  }
