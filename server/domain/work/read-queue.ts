import { addressKey, addressText } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type { Page } from '../../../shared/schema/common.ts'
import type {
  ApplicationDetail,
  CardItem,
  CardQuery,
  QueueItem,
  QueueQuery,
  RegisterFacts,
  WorkAction,
  WorkSummary
} from '../../../shared/schema/work-review.ts'
import { isoOfDay } from '../../../shared/work/local-days.ts'
import { workingMinutesBetween } from '../../../shared/work/working-hours.ts'
import type { WorkPolicy } from '../../../shared/work/policy.ts'
import type { WorkRow } from '../../ports/work-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { DEFAULT_PAGE } from '../read-passes.ts'
import { openPerson } from '../register/records.ts'
import { tokenOf } from '../register/search-tokens.ts'
import { cardOf, cardView } from './card-view.ts'
import { currentFlags, sameDocument, samePhone, usesOf } from './facts.ts'
import { policyAt } from './policies.ts'
import { openNote, openWorkField, type WorkPerson } from './records.ts'
import type { SerialOf } from './issue-cards.ts'
import { actOnWork, visibleWork } from './review.ts'

const CURSOR = /^(\d{1,16})\.(\d{1,16})$/

/** The queue of the communities that the caller answers for, oldest first. */
export async function readQueue(ctx: Context, staff: Staff, query: QueueQuery): Promise<Outcome<Page<QueueItem>>> {
  const [, submittedAt, id] = CURSOR.exec(query.cursor ?? '') ?? []
  if (query.cursor !== undefined && id === undefined) return refused('invalid-field', '/cursor')
  if (query.community !== undefined && !mayTouch(staff, query.community)) return refused('community-unknown', '/community')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.workQueue({
    state: query.state ?? 'waiting',
    community: query.community ?? staff.community,
    limit: limit + 1,
    ...(query.employer === undefined ? {} : { employer: query.employer }),
    ...(query.flag === undefined ? {} : { flag: query.flag }),
    ...(query.flagged === undefined ? {} : { flagged: query.flagged }),
    ...(query.mine === true ? { claimBy: staff.id } : {}),
    ...(id === undefined ? {} : { after: { submittedAt: Number(submittedAt), id: Number(id) } })
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.submittedAt ?? 0}.${last.id}` : null
  return ok({ items: await describeQueue(ctx, staff, page), next })
}

async function describeQueue(ctx: Context, staff: Staff, rows: readonly WorkRow[]): Promise<QueueItem[]> {
  const policy = await policyAt(ctx, ctx.env.now())
  const employers = await employerNames(ctx, rows)
  return rows.map(row => queueItem(ctx, staff, row, openWorkField(ctx.signer, 'person', row.person), policy, employers))
}

async function employerNames(ctx: Context, rows: readonly WorkRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ employer }) => employer ?? []))]
  return new Map((await ctx.storage.employersById(ids)).map(({ id, name }) => [id, name]))
}

function queueItem(
  ctx: Context,
  staff: Staff,
  row: WorkRow,
  { name }: WorkPerson,
  { hours }: WorkPolicy,
  employers: ReadonlyMap<string, string>
): QueueItem {
  const now = ctx.env.now()
  const dueAt = row.dueAt ?? now
  const isClaimed = row.state === 'under-review' && row.claimUntil !== null && row.claimUntil > now
  return {
    number: row.number,
    state: row.state,
    purpose: row.purpose,
    name,
    community: row.community,
    site: row.site ?? 1,
    employer: row.employer === null ? null : { id: row.employer, name: employers.get(row.employer) ?? '' },
    declaredBy: row.declaredBy ?? 'self',
    flags: [...row.flags],
    submittedAt: row.submittedAt ?? row.createdAt,
    dueAt,
    minutesLeft: dueAt >= now ? workingMinutesBetween(now, dueAt, hours) : -workingMinutesBetween(dueAt, now, hours),
    claim: isClaimed ? { by: row.claimName ?? '', isMine: row.claimBy === staff.id, until: row.claimUntil ?? 0 } : null
  }
}

export const summariseWork = (ctx: Context, staff: Staff): Promise<WorkSummary> =>
  ctx.storage.workCounts(staff.community, ctx.env.now())

/** Opens an application: everything declared, beside what the register knows. The look is in the audit and counts for a sample. */
export async function openApplication(ctx: Context, staff: Staff, number: string): Promise<Outcome<ApplicationDetail>> {
  const visible = await visibleWork(ctx, staff, number)
  if (!visible.ok) return visible
  const at = ctx.env.now()
  await ctx.storage.noteWorkLook(number, staff.id, at)
  await ctx.storage.audit({ at, actor: staff.id, action: 'open-work', object: number, detail: '' })
  return ok(await applicationDetail(ctx, staff, visible.value))
}

/** A step, and what the application is after it. */
export async function stepOnApplication(
  ctx: Context,
  serialOf: SerialOf,
  staff: Staff,
  number: string,
  action: WorkAction
): Promise<Outcome<ApplicationDetail>> {
  const done = await actOnWork(ctx, serialOf, staff, number, action)
  if (!done.ok) return done
  const after = await visibleWork(ctx, staff, number)
  return after.ok ? ok(await applicationDetail(ctx, staff, after.value)) : after
}

async function applicationDetail(ctx: Context, staff: Staff, row: WorkRow): Promise<ApplicationDetail> {
  const policy = await policyAt(ctx, ctx.env.now())
  const person = openWorkField(ctx.signer, 'person', row.person)
  const declared = row.declaration === null ? null : openWorkField(ctx.signer, 'declaration', row.declaration)
  const { name, document, phone, address } = person
  const isWaiting = row.state === 'submitted' || row.state === 'under-review'
  const flags = isWaiting ? await currentFlags(ctx, row, policy) : [...row.flags]
  const events = await ctx.storage.workEvents(row.number)
  return {
    ...queueItem(ctx, staff, row, person, policy, await employerNames(ctx, [row])),
    flags,
    holder:
      address === null || row.site === null
        ? null
        : { name, document, phone, site: row.site, ...address, unit: address.unit || null },
    documentType: document.type,
    address: address === null ? null : addressText(address),
    workplace: declared?.workplace ?? null,
    health: declared === null ? null : { ...declared.health, symptoms: [...declared.health.symptoms] },
    proxy: declared?.proxy ?? null,
    committedAt: row.committedAt,
    photos: await ctx.storage.workPhotoKinds(row.number),
    facts: await registerFacts(ctx, row, person),
    card: await cardOf(ctx, row.serial),
    validityDays: policy.validityDays,
    history: events.map(({ at, event, state, actorName, reason, note }) => ({
      at,
      event,
      state,
      by: actorName,
      reason,
      note: openNote(ctx.signer, note)
    }))
  }
}

async function registerFacts(ctx: Context, row: WorkRow, { document, address }: WorkPerson): Promise<RegisterFacts> {
  const uses = await usesOf(ctx, [row])
  const household = row.site === null || address === null ? null : await ctx.storage.householdAt(row.site, addressKey(address))
  const members = household === null ? [] : await ctx.storage.members(household.id)
  return {
    person: await registeredPerson(ctx, row, document.number),
    household:
      household === null
        ? null
        : { id: household.id, people: household.people, names: members.map(({ body }) => openPerson(ctx.signer, body).name) },
    sameDocument: sameDocument(row, uses).map(({ number, state }) => ({ number, state })),
    samePhone: samePhone(row, uses),
    cards: (uses.cards.get(row.documentIndex) ?? []).map(({ serial }) => serial)
  }
}

/** Who the register has under this document, and where within the community of the application; nothing of another community's. */
async function registeredPerson(ctx: Context, row: WorkRow, documentNumber: string): Promise<RegisterFacts['person']> {
  const person = await ctx.storage.personByDocument(row.documentIndex)
  if (person === null) return null
  const hits = await ctx.storage.findTokens([tokenOf(ctx.signer, row.community, `document:${documentNumber}`)], 10)
  const ids = hits.filter(hit => hit.person === person.id).map(({ household }) => household)
  if (ids.length === 0) return null
  const households = await ctx.storage.householdsById(ids)
  return {
    name: openPerson(ctx.signer, person.body).name,
    households: households.map(household => ({ household: household.id, site: household.site, address: addressText(household) }))
  }
}

/** Cards with their daily reports, in the order of their serials. */
export async function listWorkCards(ctx: Context, staff: Staff, query: CardQuery): Promise<Outcome<Page<CardItem>>> {
  const after = query.cursor === undefined ? undefined : Number(query.cursor)
  if (after !== undefined && !Number.isSafeInteger(after)) return refused('invalid-field', '/cursor')
  if (query.community !== undefined && !mayTouch(staff, query.community)) return refused('community-unknown', '/community')
  const limit = query.limit ?? DEFAULT_PAGE
  const cards = await ctx.storage.workCardPage({
    community: query.community ?? staff.community,
    limit: limit + 1,
    ...(query.held === undefined ? {} : { held: query.held }),
    ...(after === undefined ? {} : { after })
  })
  const page = cards.slice(0, limit)
  const rows = new Map((await ctx.storage.workMany(page.map(({ number }) => number))).map(row => [row.number, row]))
  const reports = new Map(
    (await ctx.storage.lastWorkReports(page.map(({ serial }) => serial))).map(report => [report.serial, report])
  )
  const items = page.map((card): CardItem => {
    const row = rows.get(card.number)
    const report = reports.get(card.serial)
    return {
      ...cardView(ctx, card),
      number: card.number,
      name: row === undefined ? card.label : openWorkField(ctx.signer, 'person', row.person).name,
      community: card.community,
      employer: card.employer,
      lastReportOn: report === undefined ? null : isoOfDay(report.day),
      lastTemperature: report === undefined ? null : openWorkField(ctx.signer, 'report', report.body).temperature
    }
  })
  return ok({ items, next: cards.length > limit ? String(page.at(-1)?.serial) : null })
}
