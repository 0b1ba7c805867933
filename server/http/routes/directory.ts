import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import {
  AccountChange,
  AccountView,
  CommunityView,
  Directory,
  GateView,
  NewAccount,
  NewCommunity,
  NewGate,
  NewSite,
  SiteView
} from '../../../shared/schema/directory.ts'
import { accountView, addAccount, changeAccount } from '../../domain/accounts.ts'
import type { Context } from '../../domain/context.ts'
import { addCommunity, addGate, addSite, readDirectory } from '../../domain/directory.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

export const directoryRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/directory', { schema: { response: { 200: Directory } } }, async request =>
      readDirectory(ctx, staffOfCaller(request))
    )

    app.post('/communities', { schema: { body: NewCommunity, response: { 201: CommunityView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addCommunity(ctx, staffOfCaller(request), request.body), 201)
    )
    app.post('/sites', { schema: { body: NewSite, response: { 201: SiteView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addSite(ctx, staffOfCaller(request), request.body), 201)
    )
    app.post('/gates', { schema: { body: NewGate, response: { 201: GateView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addGate(ctx, staffOfCaller(request), request.body), 201)
    )

    app.get('/accounts', { schema: { response: { 200: Type.Array(AccountView) } } }, async () =>
      (await ctx.storage.accounts()).map(accountView)
    )
    app.post('/accounts', { schema: { body: NewAccount, response: { 201: AccountView } } }, async (request, reply) =>
      sendOutcome(request, reply, await addAccount(ctx, staffOfCaller(request), request.body), 201)
    )
    app.patch(
      '/accounts/:id',
      { schema: { params: Strict({ id: Id }), body: AccountChange, response: { 200: AccountView } } },
      async (request, reply) =>
        sendOutcome(request, reply, await changeAccount(ctx, staffOfCaller(request), request.params.id, request.body))
    )
  }
