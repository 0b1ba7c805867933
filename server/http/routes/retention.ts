import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ok } from '../../../shared/result.ts'
import { PageQuery, Strict } from '../../../shared/schema/common.ts'
import { CertificatePage, RetentionBody, RetentionView } from '../../../shared/schema/retention.ts'
import type { Context } from '../../domain/context.ts'
import { listCertificates } from '../../domain/retention/read-certificates.ts'
import { readRetentionDays, setRetentionDays } from '../../domain/retention/retention-days.ts'
import { RETENTION, RETENTION_KINDS, type RetentionDays } from '../../domain/retention/times.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome } from '../problem.ts'

const LIMITS = RETENTION_KINDS.map(kind => ({ kind, min: RETENTION[kind].min, max: RETENTION[kind].max }))
const view = (days: RetentionDays): RetentionView => ({ days: { ...days }, limits: LIMITS })

export const retentionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/retention', { schema: { response: { 200: RetentionView } } }, async (request, reply) =>
      sendOutcome(request, reply, ok(view(await readRetentionDays(ctx))))
    )

    app.put('/retention', { schema: { body: RetentionBody, response: { 200: RetentionView } } }, async (request, reply) => {
      const outcome = await setRetentionDays(ctx, staffOfCaller(request), request.body.days)
      return sendOutcome(request, reply, outcome.ok ? ok(view(outcome.value)) : outcome)
    })

    app.get(
      '/retention/certificates',
      { schema: { querystring: Strict(PageQuery), response: { 200: CertificatePage } } },
      async (request, reply) => sendOutcome(request, reply, await listCertificates(ctx, request.query))
    )
  }
