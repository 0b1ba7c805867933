import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addressText } from '../../../shared/register/address.ts'
import { MAX_PRINTED, PrintChoice, PrintCount, PrintQuery } from '../../../shared/schema/print.ts'
import type { Context } from '../../domain/context.ts'
import { beginPrint, choosePrinted } from '../../domain/print-choice.ts'
import type { IssuedPass } from '../../ports/mass-issue-storage.ts'
import { streamSheets } from '../../print/render-sheets.ts'
import { type SheetCard, type SheetGroup, type SheetOrder, SHEET_WORDS } from '../../print/sheet-model.ts'
import { staffOfCaller } from '../caller.ts'
import { sendProblem } from '../problem.ts'
import { type CardFacts, cardFacts, cardModelFrom } from './print.ts'

/** Each keeps a core busy; more at once only make all of them slower, and requests with them. */
const AT_ONCE = 2

/** Sheets of many passes and the lists to sign for them, made while they are downloaded. */
export const sheetRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    let running = 0
    app.get('/print/count', { schema: { querystring: PrintChoice, response: { 200: PrintCount } } }, async (request, reply) => {
      const chosen = await choosePrinted(ctx, staffOfCaller(request), request.query)
      if (!chosen.ok) return sendProblem(request, reply, chosen.failure)
      return reply.send({ cards: chosen.value.length, most: MAX_PRINTED })
    })
    app.get('/print/cards.pdf', { schema: { querystring: PrintQuery } }, async (request, reply) => {
      const staff = staffOfCaller(request)
      const { layout: wanted = 'id1', language = 'zh', ...choice } = request.query
      if (running >= AT_ONCE) return sendProblem(request, reply, { code: 'too-many-requests' })
      const chosen = await beginPrint(ctx, staff, choice)
      if (!chosen.ok) return sendProblem(request, reply, chosen.failure)
      const isHousehold = choice.household !== undefined
      const facts = await cardFacts(ctx)
      const order: SheetOrder = {
        layout: isHousehold ? 'household' : wanted,
        language,
        title: isHousehold ? SHEET_WORDS.household : SHEET_WORDS.list,
        realm: { zh: facts.realm.name, en: facts.realm.nameEn },
        by: staff.displayName,
        at: Math.floor(ctx.env.now() / 1000)
      }
      running++
      const stream = streamSheets(order, groupsOf(ctx, facts, chosen.value, isHousehold))
      stream.once('close', () => running--)
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="passes-${chosen.value.length}.pdf"`)
        .send(stream)
    })
  }

/** A building at a time; a household as one. Who lost his pass since the choice is left out. */
async function* groupsOf(
  ctx: Context,
  facts: CardFacts,
  passes: readonly IssuedPass[],
  isHousehold: boolean
): AsyncIterable<SheetGroup> {
  let number = 0
  for (const part of Map.groupBy(passes, ({ site, building }) => `${site} ${building}`).values()) {
    const cards: SheetCard[] = []
    for (const { serial, building, unit, room } of part) {
      const pass = await ctx.storage.pass(serial)
      if (pass?.status !== 'valid') continue
      cards.push({
        ...cardModelFrom(facts, pass),
        building,
        door: [unit, room].filter(text => text !== '').join('-'),
        number: ++number
      })
    }
    const [first] = part
    if (first === undefined || cards.length === 0) continue
    const site = facts.sites.get(first.site)
    const place = isHousehold ? addressText(first) : first.building
    yield {
      title: { zh: `${site?.name ?? ''} ${isHousehold ? place : `${place}号楼`}`, en: `${site?.nameEn ?? ''} ${place}` },
      cards
    }
  }
}
