import type { NewPass } from '../../shared/schema/passes.ts'
import { type Context, OPERATOR, type Outcome } from '../domain/context.ts'
import { passIssuer } from '../domain/issue-passes.ts'
import { serialSpreader } from '../domain/serials.ts'
import type { SeedHousehold } from './generate.ts'
import type { Plan } from './proportions.ts'

const FORTNIGHT_HOURS = 336
/** The paper card of February 2020. */
const FIVE_DAYS_HOURS = 120
const TEN_DAYS_MS = 10 * 24 * 3_600_000
const STEP = 2_000
/** Who was of working age in 2020; about one in twenty-four got a card within the reported weeks. */
const WORKING_SINCE = 1960
const WORKING_UNTIL = 2001
const WORKERS_A_CARD = 24

export type PassWishes = { take(household: SeedHousehold): void; issue(): Promise<number> }

/** One pass a household, and work cards and car passes as many as there were; some expired, one printed twice. */
export function passWishes(ctx: Context, plan: Plan): PassWishes {
  const wishes: NewPass[] = []
  let people = 0
  let cars = 0
  let cards = 0
  return {
    take({ people: members, site, vehicles }) {
      const [head] = members
      if (head === undefined) return
      wishes.push({
        kind: 'household',
        name: head.data.name,
        document: head.data.document?.number ?? '',
        site,
        hours: FORTNIGHT_HOURS
      })
      for (const { data, birthYear } of members) {
        if (birthYear === null || birthYear < WORKING_SINCE || birthYear > WORKING_UNTIL || data.document === null) continue
        if (data.note !== null || people++ % WORKERS_A_CARD !== 0 || cards >= plan.workCards) continue
        cards++
        wishes.push({ kind: 'work', name: data.name, document: data.document.number, site, hours: FORTNIGHT_HOURS })
      }
      for (const { plate } of vehicles)
        if (cars < plan.vehiclePasses) {
          cars++
          wishes.push({ kind: 'vehicle', plate, site, hours: FORTNIGHT_HOURS })
        }
    },
    async issue() {
      const issuer = passIssuer(ctx, serialSpreader(ctx.signer))
      for (let from = 0; from < wishes.length; from += STEP)
        must(await issuer.issueMany(OPERATOR, wishes.slice(from, from + STEP)))
      const [first] = wishes
      if (first === undefined) return 0
      const past: Context = { ...ctx, env: { ...ctx.env, now: () => ctx.env.now() - TEN_DAYS_MS } }
      const late = passIssuer(past, serialSpreader(ctx.signer))
      must(await late.issue(OPERATOR, { ...first, kind: 'person', hours: FIVE_DAYS_HOURS }))
      const lost = must(await issuer.issue(OPERATOR, { ...first, kind: 'person' }))
      must(await issuer.reissue(OPERATOR, lost.serial, { reason: 'lost' }))
      return wishes.length + 3
    }
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`a synthetic pass was refused: ${outcome.failure.code} ${outcome.failure.path ?? ''}`)
}
