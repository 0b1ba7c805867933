import { listOf } from '../../shared/status/status-list.ts'
import { ok } from '../../shared/result.ts'
import type { NewPass, Reissue } from '../../shared/schema/passes.ts'
import { epochSeconds, minuteToSeconds, passMinute, secondsToMinute } from '../../shared/time.ts'
import type { IssueLimit } from '../ports/pass-rows.ts'
import type { PassEventRow, PassRow } from '../ports/storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { openText } from './pass-secrets.ts'
import { preparePass } from './prepare-pass.ts'
import { signAndAdd } from './sign-and-add.ts'
import type { PassToSign } from './sign-passes.ts'

export type PassIssuer = {
  /** `too-many-requests` when its issuer had reached the limit. */
  issue(staff: Staff, wish: NewPass, limit?: IssueLimit): Promise<Outcome<PassRow>>
  /** All of them in one transaction, or none: the first wish that cannot be met is named by its place. */
  issueMany(staff: Staff, wishes: readonly NewPass[]): Promise<Outcome<PassRow[]>>
  /** A fresh pass for the same holder; the old one becomes superseded in the same transaction. */
  reissue(staff: Staff, serial: number, change: Reissue): Promise<Outcome<PassRow>>
}

export function passIssuer(ctx: Context, serialOf: (passNumber: number) => number): PassIssuer {
  const issueMany = async (staff: Staff, wishes: readonly NewPass[], limit?: IssueLimit): Promise<Outcome<PassRow[]>> => {
    const sites = new Map((await ctx.storage.sites()).map(site => [site.number, site.community]))
    const toSign: PassToSign[] = []
    for (const wish of wishes) {
      const community = wish.site === 0 ? null : sites.get(wish.site)
      if (community === undefined || !mayTouch(staff, community)) return refused('site-unknown', '/site')
      const prepared = preparePass(wish, ctx.env.now())
      if (!prepared.ok) return prepared
      toSign.push({ prepared: prepared.value, community, replaces: null })
    }
    const issued = await signAndAdd(ctx, serialOf, { staff, toSign, limit }, rows => ({
      passes: rows,
      events: rows.map(row => event(staff, row, 'issue', null))
    }))
    if (issued === 'too-many') return refused('too-many-requests')
    if (issued === 'conflict') throw new Error('a fresh serial is taken')
    return ok(issued)
  }

  return {
    issueMany: (staff, wishes) => issueMany(staff, wishes),
    async issue(staff, wish, limit) {
      const issued = await issueMany(staff, [wish], limit)
      return issued.ok ? ok(issued.value[0] as PassRow) : issued
    },
    async reissue(staff, serial, change) {
      const old = await ctx.storage.pass(serial)
      if (old === null || !mayTouch(staff, old.community)) return refused('not-found')
      // A hold is lifted by its own step, never by printing the pass again.
      if (old.status !== 'valid') return refused('status-conflict', undefined, old.status)
      const now = Math.floor(ctx.env.now() / 1000)
      const start = change.start ?? Math.max(now, minuteToSeconds(passMinute(old.startMinute)))
      const hours = change.hours ?? Math.ceil((old.endsAt - start) / 3600)
      if (hours < 1 || hours > 16_383 || start > now + 366 * 24 * 3600) return refused('validity-invalid', '/hours')
      const prepared = {
        kind: old.kind,
        site: old.site,
        label: old.label,
        documentTail: old.documentTail,
        start: secondsToMinute(epochSeconds(start)),
        hours,
        name: openText(ctx.signer, 'name', old.nameSealed),
        document: null,
        isSupervisor: await ctx.storage.isSupervisor(serial)
      }
      const wish: PassToSign = { prepared, community: old.community, replaces: serial }
      const issued = await signAndAdd(ctx, serialOf, { staff, toSign: [wish] }, rows => {
        const passes = rows.map(row => ({ ...row, documentSealed: old.documentSealed, documentIndex: old.documentIndex }))
        const events = passes.flatMap(row => [
          event(staff, row, 'reissue', change.reason ?? null),
          event(staff, old, 'supersede', change.reason ?? null, row.issuedAt)
        ])
        return { passes, events }
      })
      const row = typeof issued === 'string' ? undefined : issued[0]
      if (row === undefined) return refused('status-conflict')
      ctx.bus.publish({ kind: 'status', list: listOf(serial) })
      return ok(row)
    }
  }
}

const event = (staff: Staff, row: PassRow, action: string, reason: string | null, at: number = row.issuedAt): PassEventRow => ({
  serial: row.serial,
  at,
  action,
  reason,
  note: null,
  actor: staff.id,
  actorName: staff.displayName
})
