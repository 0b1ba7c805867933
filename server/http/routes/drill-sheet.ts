import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SiteNumber, Strict } from '../../../shared/schema/common.ts'
import type { Context } from '../../domain/context.ts'
import { drillSheet } from '../../domain/drill-sheet.ts'
import { drillSheetPdf } from '../../print/drill-sheet.ts'
import { staffOfCaller } from '../caller.ts'
import { sendProblem } from '../problem.ts'

const SheetQuery = Strict({ site: SiteNumber })

/** The sheet for training, with fresh codes each time: two sheets never have the same numbers on purpose. */
export const drillSheetRoutes =
  (ctx: Context, serialOf: (passNumber: number) => number): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/trainings/sheet.pdf', { schema: { querystring: SheetQuery } }, async (request, reply) => {
      const wish = { site: request.query.site, chance: Math.random }
      const sheet = await drillSheet(ctx, serialOf, staffOfCaller(request), wish)
      if (!sheet.ok) return sendProblem(request, reply, sheet.failure)
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline; filename="training.pdf"')
        .send(Buffer.from(await drillSheetPdf(sheet.value)))
    })
  }
