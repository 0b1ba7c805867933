import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../../domain/context.ts'
import { sendProblem } from '../problem.ts'

const KEY = /^[A-Za-z0-9_-]{8,64}$/

declare module 'fastify' {
  interface FastifyRequest {
    idempotency: { actor: string; key: string; requestHash: string } | null
  }
}

/**
 * A write with an `Idempotency-Key` is done once: the key is kept before the work and the answer after it. The same
 * request again gets the same answer; one that was cut off in between gets a conflict, never a second pass.
 */
export function addIdempotency(app: FastifyInstance, ctx: Context): void {
  app.decorateRequest('idempotency', null)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    const actor = actorOf(request)
    if (request.method === 'GET' || typeof key !== 'string' || actor === null) return
    if (!KEY.test(key)) return sendProblem(request, reply, { code: 'bad-request', detail: 'Idempotency-Key' })
    const row = { actor, key, requestHash: hashOf(request) }
    const isFirst = await ctx.storage.keepIdempotent({ ...row, status: 0, body: '', createdAt: ctx.env.now() })
    if (isFirst) {
      request.idempotency = row
      return
    }
    const begun = await ctx.storage.idempotent(row.actor, key)
    const done = await ctx.storage.idempotent(row.actor, doneKey(key))
    if (begun?.requestHash !== row.requestHash || done === null)
      return sendProblem(request, reply, { code: 'idempotency-conflict' })
    const type = done.status < 400 ? 'application/json' : 'application/problem+json'
    return reply.code(done.status).type(`${type}; charset=utf-8`).header('idempotent-replay', 'true').send(done.body)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const begun = request.idempotency
    if (begun === null || typeof payload !== 'string') return payload
    request.idempotency = null
    // Nobody knows what came of a request that failed: a repetition gets a conflict, not this failure for ever.
    if (reply.statusCode >= 500) return payload
    await ctx.storage.keepIdempotent({
      ...begun,
      key: doneKey(begun.key),
      status: reply.statusCode,
      body: payload,
      createdAt: ctx.env.now()
    })
    return payload
  })
}

/** People and phones write; whoever is not known has nothing that could be done twice. */
function actorOf({ caller }: FastifyRequest): string | null {
  if ('staff' in caller) return caller.staff.id
  return 'device' in caller ? caller.device.id : null
}

const doneKey = (key: string): string => `${key}:done`

const hashOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
