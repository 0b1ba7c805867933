import type { WorkCardView } from '../../../shared/schema/work.ts'
import { minuteToSeconds, passMinute } from '../../../shared/time.ts'
import { localDayNumber } from '../../../shared/work/local-days.ts'
import { reportMissingFromMs } from '../../../shared/work/policy.ts'
import type { WorkCardState } from '../../ports/work-storage.ts'
import type { Context } from '../context.ts'
import { passLink } from '../pass-secrets.ts'

/** A card as its holder and the office see it. */
export function cardView(ctx: Context, card: WorkCardState): WorkCardView {
  const now = ctx.env.now()
  const counts = card.daily && card.status === 'valid' && card.endsAt * 1000 > now
  return {
    serial: card.serial,
    link: passLink(ctx.signer, ctx.publicUrl(), card),
    text: card.text,
    label: card.label,
    status: card.status,
    hold: holdOf(card),
    start: minuteToSeconds(passMinute(card.startMinute)) * 1000,
    end: card.endsAt * 1000,
    dailyReport: card.daily,
    reportedToday: card.lastReportDay >= localDayNumber(now),
    reportBy: counts ? reportMissingFromMs(card.lastReportDay) : null
  }
}

/** Staff may hold a card for their own reasons, which are not the holder's to know. */
export const holdOf = ({ status, hold }: Pick<WorkCardState, 'status' | 'hold'>): WorkCardView['hold'] =>
  status === 'held' ? (hold ?? 'other') : null

export async function cardOf(ctx: Context, serial: number | null): Promise<WorkCardView | null> {
  const [card] = serial === null ? [] : await ctx.storage.workCards([serial])
  return card === undefined ? null : cardView(ctx, card)
}
