import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CarriedAnswer, CarriedBody } from '../../../shared/schema/gate.ts'
import type { Context } from '../../domain/context.ts'
import { receiveCarried } from '../../domain/receive-carried.ts'
import { deviceOfCaller, staffOfCaller } from '../caller.ts'
import { isWireEntry } from '../is-wire-entry.ts'
import { sendOutcome } from '../problem.ts'
import { MAX_UPLOAD_BYTES, unzipIfZipped } from '../unzipped.ts'

export const carriedRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.post(
      '/entries/carried',
      {
        schema: { body: CarriedBody, response: { 200: CarriedAnswer } },
        bodyLimit: MAX_UPLOAD_BYTES,
        preParsing: unzipIfZipped
      },
      async (request, reply) => {
        const carrier = 'device' in request.caller ? { device: deviceOfCaller(request) } : { staff: staffOfCaller(request) }
        return sendOutcome(request, reply, await receiveCarried(ctx, isWireEntry, carrier, request.body))
      }
    )
  }
