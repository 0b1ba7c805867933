import { ta } from '../../../ui/i18n/carry.ts'
import type { CarryOutcome } from '../../carry/carry-log.ts'

export type Said = { readonly tone: 'info' | 'error'; readonly text: string }

/** What became of another phone's entries. */
export const saidOf = (outcome: CarryOutcome): Said =>
  outcome.kind === 'taken'
    ? { tone: 'info', text: ta('carry.taken', { count: outcome.count, device: outcome.device }) }
    : { tone: 'error', text: ta(`carry.${outcome.kind}`) }
