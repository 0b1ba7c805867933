import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import {
  ContactInput,
  DivisionInput,
  GridChange,
  GridView,
  HouseholdPage,
  HouseholdQuery,
  HouseholdSheet,
  NewGrid,
  RegisterId,
  RevisionList,
  SearchAnswer,
  SearchQuery,
  SheetChange,
  SheetInput
} from '../../../shared/schema/register.ts'
import type { Context, Outcome } from '../../domain/context.ts'
import { addDivision, addGrid, changeGrid, listDivisions, listGrids } from '../../domain/register/places.ts'
import { listHouseholds, readHistory, readSheet } from '../../domain/register/read-sheets.ts'
import { addSheet, changeSheet, noteContact } from '../../domain/register/save-sheet.ts'
import { searchRegister } from '../../domain/register/search-register.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome, sendProblem } from '../problem.ts'

const HouseholdParam = Strict({ household: RegisterId })
/** A full sheet of forty members is longer than other bodies. */
const SHEET_BYTES = 131_072

export const registerRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    /** What was written, as it is now. */
    const sendSheet = async (request: FastifyRequest, reply: FastifyReply, saved: Outcome<number>, status = 200) =>
      saved.ok
        ? sendOutcome(request, reply, await readSheet(ctx, staffOfCaller(request), saved.value), status)
        : sendProblem(request, reply, saved.failure)

    app.get(
      '/register/households',
      { schema: { querystring: HouseholdQuery, response: { 200: HouseholdPage } } },
      async (request, reply) => sendOutcome(request, reply, await listHouseholds(ctx, staffOfCaller(request), request.query))
    )
    app.post(
      '/register/households',
      { bodyLimit: SHEET_BYTES, schema: { body: SheetInput, response: { 201: HouseholdSheet } } },
      async (request, reply) => sendSheet(request, reply, await addSheet(ctx, staffOfCaller(request), request.body), 201)
    )
    app.get(
      '/register/households/:household',
      { schema: { params: HouseholdParam, response: { 200: HouseholdSheet } } },
      async (request, reply) =>
        sendOutcome(request, reply, await readSheet(ctx, staffOfCaller(request), request.params.household))
    )
    app.put(
      '/register/households/:household',
      { bodyLimit: SHEET_BYTES, schema: { params: HouseholdParam, body: SheetChange, response: { 200: HouseholdSheet } } },
      async (request, reply) =>
        sendSheet(request, reply, await changeSheet(ctx, staffOfCaller(request), request.params.household, request.body))
    )
    app.post(
      '/register/households/:household/contacts',
      { schema: { params: HouseholdParam, body: ContactInput, response: { 200: HouseholdSheet } } },
      async (request, reply) =>
        sendSheet(request, reply, await noteContact(ctx, staffOfCaller(request), request.params.household, request.body))
    )
    app.get(
      '/register/households/:household/history',
      { schema: { params: HouseholdParam, response: { 200: RevisionList } } },
      async (request, reply) =>
        sendOutcome(request, reply, await readHistory(ctx, staffOfCaller(request), request.params.household))
    )
    app.post('/register/search', { schema: { body: SearchQuery, response: { 200: SearchAnswer } } }, async request =>
      searchRegister(ctx, staffOfCaller(request), request.body.text)
    )

    app.get('/register/grids', { schema: { response: { 200: Type.Array(GridView) } } }, async request =>
      listGrids(ctx, staffOfCaller(request))
    )
    app.post('/register/grids', { schema: { body: NewGrid, response: { 201: GridView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addGrid(ctx, staffOfCaller(request), request.body), 201)
    )
    app.patch(
      '/register/grids/:grid',
      { schema: { params: Strict({ grid: Id }), body: GridChange, response: { 200: GridView } } },
      async (request, reply) =>
        sendOutcome(request, reply, await changeGrid(ctx, staffOfCaller(request), request.params.grid, request.body))
    )
    app.get('/register/divisions', { schema: { response: { 200: Type.Array(DivisionInput) } } }, async request =>
      listDivisions(ctx, staffOfCaller(request))
    )
    app.post(
      '/register/divisions',
      { schema: { body: DivisionInput, response: { 201: DivisionInput } } },
      async (request, reply) => sendOutcome(request, reply, await addDivision(ctx, staffOfCaller(request), request.body), 201)
    )
  }
