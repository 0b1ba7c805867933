import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ChangePasswordBody, Me, SetupBody, SignInBody } from '../../../shared/schema/session.ts'
import { changeOwnPassword, describeMe, redeemSetup, signIn } from '../../domain/accounts.ts'
import type { Context } from '../../domain/context.ts'
import type { Account } from '../../ports/storage.ts'
import { SESSION_SECONDS, sessionCookie, staffOfCaller, type TokenClaims } from '../caller.ts'
import { sendProblem } from '../problem.ts'

/** Guessing a password: few tries a minute for each address. */
const SIGN_IN_LIMIT = { rateLimit: { max: 10, timeWindow: '1 minute' } }

export const sessionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.post(
      '/session',
      { schema: { body: SignInBody, response: { 200: Me } }, config: SIGN_IN_LIMIT },
      async (request, reply) => {
        const outcome = await signIn(ctx, request.body)
        if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
        reply.header('set-cookie', newSession(app, ctx, request, outcome.value))
        return describeMe(ctx, outcome.value)
      }
    )

    app.post('/setup', { schema: { body: SetupBody, response: { 201: Me } }, config: SIGN_IN_LIMIT }, async (request, reply) => {
      const outcome = await redeemSetup(ctx, request.body)
      if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
      reply.header('set-cookie', newSession(app, ctx, request, outcome.value)).code(201)
      return describeMe(ctx, outcome.value)
    })

    app.get('/session', { schema: { response: { 200: Me } } }, async request => {
      if (!('account' in request.caller)) throw new TypeError('the route is not for staff only')
      return describeMe(ctx, request.caller.account)
    })

    app.delete('/session', {}, async (request, reply) =>
      reply
        .header('set-cookie', sessionCookie('', 0, request.protocol === 'https'))
        .code(204)
        .send()
    )

    app.post('/session/password', { schema: { body: ChangePasswordBody }, config: SIGN_IN_LIMIT }, async (request, reply) => {
      const outcome = await changeOwnPassword(ctx, staffOfCaller(request).id, request.body)
      if (!outcome.ok) return sendProblem(request, reply, outcome.failure)
      return reply
        .header('set-cookie', newSession(app, ctx, request, outcome.value))
        .code(204)
        .send()
    })
  }

function newSession(app: FastifyInstance, ctx: Context, request: FastifyRequest, account: Account): string {
  const claims: TokenClaims = { sub: account.id, use: 'session', since: ctx.env.now() }
  return sessionCookie(app.jwt.sign(claims, { expiresIn: `${SESSION_SECONDS}s` }), SESSION_SECONDS, request.protocol === 'https')
}
