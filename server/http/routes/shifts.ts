import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import {
  Assign,
  CopySlots,
  GateSlots,
  JoinBody,
  Joined,
  NewSlots,
  PlaceBody,
  ShiftLink,
  ShiftPage,
  ShiftProof,
  SiteQuery,
  SlotList,
  SlotQuery,
  SlotsMade,
  VolunteerList
} from '../../../shared/schema/shifts.ts'
import type { Context } from '../../domain/context.ts'
import { gateSlots, giveBackShift, joinShifts, readShifts, takeShift } from '../../domain/my-shifts.ts'
import {
  addSlots,
  assignPlace,
  copySlots,
  listSlots,
  listVolunteers,
  readShiftLink,
  removePlace,
  removeSlot,
  replaceShiftLink
} from '../../domain/shift-plan.ts'
import { deviceOfCaller, staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

/** For each address: a family at one table, and no guessing. */
const rateLimit = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })
const slotParam = Strict({ slot: Id })
const placeParam = Strict({ slot: Id, volunteer: Id })
const nothing = { 204: Type.Null() }

/** The plan for staff. */
export const shiftRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/slots', { schema: { querystring: SlotQuery, response: { 200: SlotList } } }, async (request, reply) =>
      sendOutcome(request, reply, await listSlots(ctx, staffOfCaller(request), request.query))
    )
    app.post('/slots', { schema: { body: NewSlots, response: { 201: SlotsMade } } }, async (request, reply) =>
      sendOutcome(request, reply, await addSlots(ctx, staffOfCaller(request), request.body), 201)
    )
    app.post('/slots/copy', { schema: { body: CopySlots, response: { 201: SlotsMade } } }, async (request, reply) =>
      sendOutcome(request, reply, await copySlots(ctx, staffOfCaller(request), request.body), 201)
    )
    app.delete('/slots/:slot', { schema: { params: slotParam, response: nothing } }, async (request, reply) =>
      sendOutcome(request, reply, await removeSlot(ctx, staffOfCaller(request), request.params.slot), 204)
    )
    app.post(
      '/slots/:slot/places',
      { schema: { params: slotParam, body: Assign, response: { 201: Strict({ id: Id }) } } },
      async (request, reply) =>
        sendOutcome(request, reply, await assignPlace(ctx, staffOfCaller(request), request.params.slot, request.body), 201)
    )
    app.delete(
      '/slots/:slot/places/:volunteer',
      { schema: { params: placeParam, response: nothing } },
      async (request, reply) => {
        const { slot, volunteer } = request.params
        return sendOutcome(request, reply, await removePlace(ctx, staffOfCaller(request), slot, volunteer), 204)
      }
    )
    app.get('/volunteers', { schema: { querystring: SiteQuery, response: { 200: VolunteerList } } }, async (request, reply) =>
      sendOutcome(request, reply, await listVolunteers(ctx, staffOfCaller(request), request.query.site))
    )
    app.get('/shift-link', { schema: { querystring: SiteQuery, response: { 200: ShiftLink } } }, async (request, reply) =>
      sendOutcome(request, reply, await readShiftLink(ctx, staffOfCaller(request), request.query.site))
    )
    app.post('/shift-link', { schema: { body: SiteQuery, response: { 200: ShiftLink } } }, async (request, reply) =>
      sendOutcome(request, reply, await replaceShiftLink(ctx, staffOfCaller(request), request.body.site))
    )
  }

/** The plan for volunteers, by link; the secret comes in the body, from the link's fragment. */
export const myShiftRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    const page = { 200: ShiftPage }
    app.post('/read', { schema: { body: ShiftProof, response: page }, ...rateLimit(60) }, async (request, reply) =>
      sendOutcome(request, reply, await readShifts(ctx, request.body))
    )
    app.post('/join', { schema: { body: JoinBody, response: { 201: Joined } }, ...rateLimit(10) }, async (request, reply) =>
      sendOutcome(request, reply, await joinShifts(ctx, request.body), 201)
    )
    app.post('/take', { schema: { body: PlaceBody, response: page }, ...rateLimit(30) }, async (request, reply) =>
      sendOutcome(request, reply, await takeShift(ctx, request.body))
    )
    app.post('/give-back', { schema: { body: PlaceBody, response: page }, ...rateLimit(30) }, async (request, reply) =>
      sendOutcome(request, reply, await giveBackShift(ctx, request.body))
    )
  }

/** The plan for a gate's phones. */
export const gateShiftRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/slots', { schema: { response: { 200: GateSlots } } }, async request => gateSlots(ctx, deviceOfCaller(request)))
  }
