import { ok } from '../../../shared/result.ts'
import type { Roster, RosterFault, RosterKept, RosterRow } from '../../../shared/schema/work-employer.ts'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import type { EmployerRow } from '../../ports/work-employer-storage.ts'
import type { NewWorkRow, WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { documentIndexOf, phoneIndexOf } from '../pass-secrets.ts'
import { prepareHolder } from './prepare-declaration.ts'
import { sealWork, type WorkPerson } from './records.ts'
import { hashSecret, inviteSecret } from './secrets.ts'
import { emptyFields, newNumber } from './submit.ts'

/** Of two uploads of one roster at the same time. */
const MAX_ATTEMPTS = 3

type Fault = { row: number; code: RosterFault; field: keyof RosterRow | null }
type Prepared = { row: number; person: WorkPerson; documentIndex: string; phoneIndex: string | null; site: number | null }

/** Keeps the good rows as invitations and names the faulty ones; the same roster again adds nobody twice. */
export async function addRoster(ctx: Context, employer: EmployerRow, { rows }: Roster): Promise<Outcome<RosterKept>> {
  if (employer.state === 'suspended') return refused('employer-not-ready')
  const sites = new Map((await ctx.storage.sites()).map(site => [site.number, site.community]))
  const prepared = rows.map((row, index) => prepareRow(ctx, row, index + 1, sites))
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const faults = prepared.filter((one): one is Fault => 'code' in one)
    const present = await ctx.storage.workersOf(employer.id, { limit: WORK_LIMITS.workersTo + 1 })
    const { fresh, refusedRows } = chooseFresh(
      prepared.filter((one): one is Prepared => 'person' in one),
      present
    )
    const added = fresh.map(one => invitation(ctx, employer, one, sites))
    const by = { actor: employer.id, actorName: employer.name }
    const done = added.length === 0 ? 'added' : await ctx.storage.addWork(added, null, by)
    if (done === 'taken') continue
    const all = [...faults, ...refusedRows].sort((a, b) => a.row - b.row)
    return ok({ added: added.map(({ number }) => number), faults: all })
  }
  return refused('work-state')
}

function prepareRow(
  ctx: Context,
  { name, document, phone, site }: RosterRow,
  row: number,
  sites: ReadonlyMap<number, string>
): Prepared | Fault {
  const holder = prepareHolder({ name, document: { number: document }, phone: phone.trim() === '' ? null : phone }, ctx.env.now())
  if (!holder.ok) {
    const field = (['name', 'document', 'phone'] as const).find(one => holder.failure.path?.startsWith(`/${one}`)) ?? 'name'
    return { row, code: `${field}-invalid`, field }
  }
  if (site !== null && !sites.has(site)) return { row, code: 'site-unknown', field: 'site' }
  const { person, documentKey } = holder.value
  const phoneIndex = person.phone === null ? null : phoneIndexOf(ctx.signer, person.phone)
  return { row, person, documentIndex: documentIndexOf(ctx.signer, documentKey), phoneIndex, site }
}

/** In the order of the sheet: nobody twice, nobody who is there, and no more than an employer may have. */
function chooseFresh(rows: readonly Prepared[], present: readonly WorkRow[]): { fresh: Prepared[]; refusedRows: Fault[] } {
  const there = new Set(present.map(({ documentIndex }) => documentIndex))
  const seen = new Set<string>()
  const fresh: Prepared[] = []
  const refusedRows: Fault[] = []
  for (const one of rows) {
    const fault = (code: RosterFault): void =>
      void refusedRows.push({ row: one.row, code, field: code === 'too-many' ? null : 'document' })
    if (seen.has(one.documentIndex)) fault('twice-in-roster')
    else if (there.has(one.documentIndex)) fault('already-yours')
    else if (present.length + fresh.length >= WORK_LIMITS.workersTo) fault('too-many')
    else fresh.push(one)
    seen.add(one.documentIndex)
  }
  return { fresh, refusedRows }
}

function invitation(
  ctx: Context,
  employer: EmployerRow,
  { person, documentIndex, phoneIndex, site }: Prepared,
  sites: ReadonlyMap<number, string>
): NewWorkRow {
  const number = newNumber(ctx)
  const now = ctx.env.now()
  return {
    ...emptyFields,
    number,
    state: 'draft',
    purpose: 'work',
    // Until the worker says where they live, the place of work answers.
    community: (site === null ? undefined : sites.get(site)) ?? employer.community,
    site,
    employer: employer.id,
    language: 'zh',
    secretHash: hashSecret(inviteSecret(ctx.signer, number)),
    person: sealWork(ctx.signer, 'person', person),
    documentIndex,
    phoneIndex,
    renews: null,
    createdAt: now,
    overAt: now
  }
}

/** A fresh invitation for the same worker; the card of the old application is superseded when the new one is signed. */
export function renewal(ctx: Context, old: WorkRow): NewWorkRow {
  const number = newNumber(ctx)
  const now = ctx.env.now()
  return {
    ...emptyFields,
    number,
    state: 'draft',
    purpose: old.purpose,
    community: old.community,
    site: old.site,
    employer: old.employer,
    language: old.language,
    secretHash: hashSecret(inviteSecret(ctx.signer, number)),
    person: old.person,
    documentIndex: old.documentIndex,
    phoneIndex: old.phoneIndex,
    renews: old.number,
    createdAt: now,
    overAt: now
  }
}
