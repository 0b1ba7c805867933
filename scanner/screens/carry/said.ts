import { ta } from '../../../ui/i18n/carry.ts'
import type { CarryOutcome } from '../../carry/carry-log.ts'
import type { ExchangeOutcome } from '../../carry/exchange.ts'

export type Said = { readonly tone: 'info' | 'error'; readonly text: string }

/** What became of another phone's entries. */
export const saidOf = (outcome: CarryOutcome): Said =>
  outcome.kind === 'taken'
    ? { tone: 'info', text: ta('carry.taken', { count: outcome.count, device: outcome.device }) }
    : { tone: 'error', text: ta(`carry.${outcome.kind}`) }

/** What became of another phone's passages. */
export const saidOfExchange = (outcome: ExchangeOutcome): Said =>
  outcome.kind === 'told'
    ? { tone: 'info', text: ta('exchange.told', { count: outcome.count, device: outcome.device }) }
    : { tone: 'error', text: ta(`exchange.${outcome.kind}`) }
