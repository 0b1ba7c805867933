import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import { RegisterId } from '../../../shared/schema/register.ts'
import {
  AttemptInput,
  Coverage,
  ItemDetail,
  ItemPage,
  ItemQuery,
  Moved,
  NewRound,
  NoteList,
  NoteQuery,
  Reassign,
  RoundDetail,
  RoundList,
  WorkerView
} from '../../../shared/schema/survey.ts'
import { Delivered, Delivery, FieldPage, FieldQuery } from '../../../shared/schema/survey-field.ts'
import type { Context } from '../../domain/context.ts'
import { readField, takeDelivery } from '../../domain/survey/field.ts'
import { listItems, listNotes, moveItems, noteAttempt, readItem, replaceLink } from '../../domain/survey/items.ts'
import {
  addRound,
  closeRound,
  extendRound,
  listRounds,
  listWorkers,
  readCoverage,
  readRound
} from '../../domain/survey/rounds.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'
import { reportRoutes } from './survey-reports.ts'

const RoundParam = Strict({ round: Id })
const DoorParam = Strict({ round: Id, household: RegisterId })
/** Twenty sheets' changes and a hundred attempts. */
const DELIVERY_BYTES = 524_288

/** Rounds, for the office. */
export const surveyRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    const detail = { 200: RoundDetail }
    app.get('/register/workers', { schema: { response: { 200: Type.Array(WorkerView) } } }, async request =>
      listWorkers(ctx, staffOfCaller(request))
    )
    app.get('/surveys', { schema: { response: { 200: RoundList } } }, async request => listRounds(ctx, staffOfCaller(request)))
    app.post('/surveys', { schema: { body: NewRound, response: { 201: RoundDetail } } }, async (request, reply) =>
      sendOutcome(request, reply, await addRound(ctx, staffOfCaller(request), request.body), 201)
    )
    app.get('/surveys/:round', { schema: { params: RoundParam, response: detail } }, async (request, reply) =>
      sendOutcome(request, reply, await readRound(ctx, staffOfCaller(request), request.params.round))
    )
    app.get('/surveys/:round/coverage', { schema: { params: RoundParam, response: { 200: Coverage } } }, async (request, reply) =>
      sendOutcome(request, reply, await readCoverage(ctx, staffOfCaller(request), request.params.round))
    )
    app.post('/surveys/:round/extend', { schema: { params: RoundParam, response: detail } }, async (request, reply) =>
      sendOutcome(request, reply, await extendRound(ctx, staffOfCaller(request), request.params.round))
    )
    app.post('/surveys/:round/close', { schema: { params: RoundParam, response: detail } }, async (request, reply) =>
      sendOutcome(request, reply, await closeRound(ctx, staffOfCaller(request), request.params.round))
    )
    app.post(
      '/surveys/:round/assign',
      { schema: { params: RoundParam, body: Reassign, response: { 200: Moved } } },
      async (request, reply) =>
        sendOutcome(request, reply, await moveItems(ctx, staffOfCaller(request), request.params.round, request.body))
    )
    app.get(
      '/surveys/:round/notes',
      { schema: { params: RoundParam, querystring: NoteQuery, response: { 200: NoteList } } },
      async (request, reply) =>
        sendOutcome(request, reply, await listNotes(ctx, staffOfCaller(request), request.params.round, request.query))
    )
    await app.register(reportRoutes(ctx), { prefix: '/surveys/:round/households/:household' })
    await app.register(doorRoutes(ctx), { prefix: '/surveys/:round/households' })
  }

const doorRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    const detail = { 200: ItemDetail }
    app.get('', { schema: { params: RoundParam, querystring: ItemQuery, response: { 200: ItemPage } } }, async (request, reply) =>
      sendOutcome(request, reply, await listItems(ctx, staffOfCaller(request), request.params.round, request.query))
    )
    app.get('/:household', { schema: { params: DoorParam, response: detail } }, async (request, reply) => {
      const { round, household } = request.params
      return sendOutcome(request, reply, await readItem(ctx, staffOfCaller(request), round, household))
    })
    app.post(
      '/:household/attempts',
      { schema: { params: DoorParam, body: AttemptInput, response: detail } },
      async (request, reply) => {
        const { round, household } = request.params
        return sendOutcome(request, reply, await noteAttempt(ctx, staffOfCaller(request), round, household, request.body))
      }
    )
    app.post('/:household/link', { schema: { params: DoorParam, response: detail } }, async (request, reply) => {
      const { round, household } = request.params
      return sendOutcome(request, reply, await replaceLink(ctx, staffOfCaller(request), round, household))
    })
  }

/** A grid worker's phone: own households only. */
export const fieldRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/households', { schema: { querystring: FieldQuery, response: { 200: FieldPage } } }, async request =>
      readField(ctx, staffOfCaller(request), request.query.after)
    )
    app.post(
      '/deliveries',
      { bodyLimit: DELIVERY_BYTES, schema: { body: Delivery, response: { 200: Delivered } } },
      async request => takeDelivery(ctx, staffOfCaller(request), request.body)
    )
  }
