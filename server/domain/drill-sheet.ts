import { type DrillCaseId, sheetLabel, sheetNumbers } from '../../shared/drill/sheet-code.ts'
import { ok } from '../../shared/result.ts'
import { epochSeconds, secondsToMinute } from '../../shared/time.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { signAndAdd } from './sign-and-add.ts'

/** A sheet hangs in the guards' room for a quarter. */
export const SHEET_HOURS = 90 * 24

export type DrillSheet = {
  readonly site: { readonly name: string; readonly nameEn: string }
  /** Epoch seconds. */
  readonly issuedAt: number
  readonly codes: readonly { readonly number: number; readonly case: DrillCaseId; readonly text: string }[]
}

/** Seven drill passes of a site, one for each situation; in the register like any pass, so that they can be revoked. */
export async function drillSheet(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  staff: Staff,
  { site, chance }: { readonly site: number; readonly chance: () => number }
): Promise<Outcome<DrillSheet>> {
  const at = (await ctx.storage.sites()).find(({ number }) => number === site)
  if (at === undefined || !mayTouch(staff, at.community)) return refused('site-unknown', '/site')
  const now = Math.floor(ctx.env.now() / 1000)
  const numbers = sheetNumbers(chance)
  const toSign = numbers.map(({ number }) => ({
    prepared: {
      kind: 'drill' as const,
      site,
      label: sheetLabel(number),
      documentTail: null,
      start: secondsToMinute(epochSeconds(now)),
      hours: SHEET_HOURS,
      name: null,
      document: null,
      isSupervisor: false
    },
    community: at.community,
    replaces: null
  }))
  const rows = await signAndAdd(ctx, serialOf, { staff, toSign }, passes => ({
    passes,
    events: passes.map(({ serial, issuedAt }) => ({
      serial,
      at: issuedAt,
      action: 'issue',
      reason: null,
      note: null,
      actor: staff.id,
      actorName: staff.displayName
    }))
  }))
  if (typeof rows === 'string') throw new Error('a fresh serial is taken')
  const codes = rows.map((row, index) => {
    const planned = numbers[index]
    if (planned === undefined) throw new Error('more passes than were asked for')
    return { ...planned, text: row.text }
  })
  return ok({ site: { name: at.name, nameEn: at.nameEn }, issuedAt: now, codes })
}
