import { parsePlate } from '../../shared/identity/plate.ts'
import { ok } from '../../shared/result.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { MyPass, PassDetail, PassQuery, PassSummary } from '../../shared/schema/passes.ts'
import { minuteToSeconds, passMinute } from '../../shared/time.ts'
import type { PassFilter, PassRow } from '../ports/storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { linkFits, nameIndexOf, openText, passLink } from './pass-secrets.ts'
import { existingRealm } from './trust.ts'

export const DEFAULT_PAGE = 50

export async function listPasses(ctx: Context, staff: Staff, query: PassQuery): Promise<Outcome<Page<PassSummary>>> {
  const before = query.cursor === undefined ? undefined : parseCursor(query.cursor)
  if (before === null) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const base: PassFilter = {
    community: staff.community,
    limit: limit + 1,
    ...(query.kind === undefined ? {} : { kind: query.kind }),
    ...(query.status === undefined ? {} : { status: query.status }),
    ...(query.site === undefined ? {} : { site: query.site }),
    ...(before === undefined ? {} : { before })
  }
  const found = new Map<number, PassRow>()
  for (const meant of meanings(ctx, query.query?.trim() ?? '')) {
    for (const row of await ctx.storage.passes({ ...base, ...meant })) found.set(row.serial, row)
  }
  const rows = [...found.values()].sort((a, b) => b.issuedAt - a.issuedAt || b.serial - a.serial)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.issuedAt}.${last.serial}` : null
  return ok({ items: page.map(row => passSummary(ctx, row)), next })
}

/** What a person may have typed: a serial, the end of a document, a plate, a masked or a clear name. */
function meanings(ctx: Context, text: string): Partial<PassFilter>[] {
  if (text === '') return [{}]
  const meant: Partial<PassFilter>[] = [
    { nameIndex: nameIndexOf(ctx.signer, text.normalize('NFC')) },
    { label: text.normalize('NFC') }
  ]
  const digits = text.replaceAll('-', '').replace(/^#/, '')
  if (/^\d{1,8}$/.test(digits)) meant.push({ serial: Number(digits) })
  if (/^\d{3}[\dXx]$/.test(text)) meant.push({ documentTail: text.toUpperCase() })
  const plate = parsePlate(text)
  if (plate.ok && plate.value.plate !== text) meant.push({ label: plate.value.plate })
  return meant
}

const parseCursor = (cursor: string): { issuedAt: number; serial: number } | null => {
  const match = /^(\d{1,16})\.(\d{1,8})$/.exec(cursor)
  return match === null ? null : { issuedAt: Number(match[1]), serial: Number(match[2]) }
}

export const passSummary = (ctx: Context, row: PassRow): PassSummary => ({
  serial: row.serial,
  kind: row.kind,
  label: row.label,
  name: openText(ctx.signer, 'name', row.nameSealed),
  documentTail: row.documentTail,
  site: row.site,
  community: row.community,
  start: minuteToSeconds(passMinute(row.startMinute)),
  end: row.endsAt,
  status: row.status,
  issuedAt: row.issuedAt
})

export async function visiblePass(ctx: Context, staff: Staff, serial: number): Promise<Outcome<PassRow>> {
  const row = await ctx.storage.pass(serial)
  return row === null || !mayTouch(staff, row.community) ? refused('not-found') : ok(row)
}

export async function passDetail(ctx: Context, row: PassRow): Promise<PassDetail> {
  const events = await ctx.storage.passEvents(row.serial)
  return {
    ...passSummary(ctx, row),
    text: row.text,
    keyId: row.keyId,
    link: passLink(ctx.signer, ctx.publicUrl(), row),
    supervisor: row.kind === 'duty' && (await ctx.storage.isSupervisor(row.serial)),
    replaces: row.replaces,
    replacedBy: row.replacedBy,
    history: events.map(({ at, action, reason, note, actorName }) => ({
      at,
      action,
      reason,
      note,
      by: actorName
    })) as PassDetail['history']
  }
}

/** What the holder of a link sees; the same answer for a wrong serial and a wrong secret. */
export async function myPass(ctx: Context, serial: number, secret: string): Promise<Outcome<MyPass>> {
  const row = await ctx.storage.pass(serial)
  if (row === null || !linkFits(ctx.signer, row, secret)) return refused('link-invalid')
  const realm = await existingRealm(ctx)
  const site = (await ctx.storage.sites()).find(({ number }) => number === row.site)
  return ok({
    serial: row.serial,
    text: row.text,
    kind: row.kind,
    label: row.label,
    documentTail: row.documentTail,
    realm: { id: realm.id, name: realm.name, nameEn: realm.nameEn },
    site: site === undefined ? null : { number: site.number, name: site.name, nameEn: site.nameEn },
    start: minuteToSeconds(passMinute(row.startMinute)),
    end: row.endsAt,
    status: row.status,
    asOf: ctx.env.now()
  })
}
