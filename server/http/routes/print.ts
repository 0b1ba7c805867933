import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Strict, Words } from '../../../shared/schema/common.ts'
import { minuteToSeconds, passMinute } from '../../../shared/time.ts'
import type { Context } from '../../domain/context.ts'
import { visiblePass } from '../../domain/read-passes.ts'
import { existingRealm } from '../../domain/trust.ts'
import type { PassRow } from '../../ports/storage.ts'
import type { CardModel } from '../../print/card-model.ts'
import { card, symbol } from '../../print/index.ts'
import { staffOfCaller } from '../caller.ts'
import { sendProblem } from '../problem.ts'
import { SerialParam } from './passes.ts'

const SYMBOLS = { png: 'image/png', svg: 'image/svg+xml' } as const
const CARDS = ['pdf', 'svg', 'png'] as const

const SymbolQuery = Strict({ level: Type.Optional(Words(['M', 'Q'] as const)) })
const CardQuery = Strict({ language: Type.Optional(Words(['zh', 'en'] as const)) })

/** The symbol for screens (level M unless asked otherwise) and the A6 card for paper (level Q). */
export const printRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    for (const format of ['png', 'svg'] as const) {
      app.get(
        `/passes/:serial/symbol.${format}`,
        { schema: { params: SerialParam, querystring: SymbolQuery } },
        async (request, reply) => {
          const pass = await visiblePass(ctx, staffOfCaller(request), request.params.serial)
          if (!pass.ok) return sendProblem(request, reply, pass.failure)
          const body = await symbol(pass.value.text, { format, level: request.query.level ?? 'M' })
          return reply.type(SYMBOLS[format]).header('cache-control', 'no-store').send(Buffer.from(body))
        }
      )
    }
    for (const format of CARDS) {
      app.get(
        `/passes/:serial/card.${format}`,
        { schema: { params: SerialParam, querystring: CardQuery } },
        async (request, reply) => {
          const pass = await visiblePass(ctx, staffOfCaller(request), request.params.serial)
          if (!pass.ok) return sendProblem(request, reply, pass.failure)
          const printed = await card(await cardModel(ctx, pass.value), { format, language: request.query.language ?? 'zh' })
          return reply
            .type(printed.contentType)
            .header('cache-control', 'no-store')
            .header('content-disposition', `inline; filename="pass-${pass.value.serial}.${format}"`)
            .send(Buffer.from(printed.body))
        }
      )
    }
  }

/** What all cards have in common. */
export type CardFacts = {
  readonly realm: CardModel['realm']
  readonly sites: ReadonlyMap<number, NonNullable<CardModel['site']>>
}

export async function cardFacts(ctx: Context): Promise<CardFacts> {
  const { name, nameEn } = await existingRealm(ctx)
  const sites = (await ctx.storage.sites()).map(site => ({ number: site.number, name: site.name, nameEn: site.nameEn }))
  return { realm: { name, nameEn }, sites: new Map(sites.map(site => [site.number, site])) }
}

export const cardModel = async (ctx: Context, pass: PassRow): Promise<CardModel> => cardModelFrom(await cardFacts(ctx), pass)

export const cardModelFrom = ({ realm, sites }: CardFacts, pass: PassRow): CardModel => ({
  text: pass.text,
  kind: pass.kind,
  label: pass.label,
  documentTail: pass.documentTail,
  site: sites.get(pass.site) ?? null,
  realm,
  start: minuteToSeconds(passMinute(pass.startMinute)),
  end: pass.endsAt,
  serial: pass.serial,
  issuedAt: pass.issuedAt
})
