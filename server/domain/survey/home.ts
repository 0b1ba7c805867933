import { addressText } from '../../../shared/register/address.ts'
import { maskDocument } from '../../../shared/mask/document.ts'
import { maskName } from '../../../shared/mask/name.ts'
import { maskPhone } from '../../../shared/mask/phone.ts'
import { keepEnds } from '../../../shared/mask/ends.ts'
import { ok } from '../../../shared/result.ts'
import type { HomePage, HomeProof, ReportBody, ReportSent } from '../../../shared/schema/survey-report.ts'
import type { DoorRow, RoundRow } from '../../ports/survey-storage.ts'
import { type Context, OPERATOR, type Outcome, refused } from '../context.ts'
import { localDayOf } from '../local-day.ts'
import { openText, sealText } from '../pass-secrets.ts'
import { readStored, type StoredSheet } from '../register/stored-sheet.ts'
import { isSameSecret } from '../shift-secrets.ts'
import { checkReport } from './check-report.ts'
import { findItem } from './items.ts'
import { reportSecret } from './report-link.ts'

/** Guesses at four characters before a link shows an empty sheet only: with forty numbers to hit, one chance in fifty. */
const TRIES = 5
/** Reports of one household in one round. */
const MAX_REPORTS = 30

export type KeptReport = { readonly report: ReportBody; readonly proved: boolean }
type Home = { readonly round: RoundRow; readonly item: DoorRow; readonly stored: StoredSheet }
type Knowledge = 'nothing' | 'right' | 'wrong'

/** Whose link it is; the same answer for a wrong secret and for a household that is not there. */
async function open(ctx: Context, { round: id, household, secret }: HomeProof): Promise<Outcome<Home>> {
  const round = await ctx.storage.round(id)
  const item = round === null ? null : await findItem(ctx, id, household)
  // Compared all the same: how long it takes tells nobody which households there are.
  const expected = reportSecret(ctx, { round: id, household, linkVersion: item?.linkVersion ?? 0 })
  if (!isSameSecret(expected, secret) || round === null || item === null) return refused('link-invalid')
  if (round.state === 'closed' || dayText(ctx) > round.to) return refused('round-closed')
  const stored = await readStored(ctx, OPERATOR, household)
  return stored.ok ? ok({ round, item, stored: stored.value }) : refused('link-invalid')
}

export async function readHome(ctx: Context, proof: HomeProof): Promise<Outcome<HomePage>> {
  const home = await open(ctx, proof)
  if (!home.ok) return home
  const knowledge = await prove(ctx, home.value, proof.knows)
  return ok(await pageOf(ctx, home.value, knowledge))
}

/** Counts what was wrong, so that four characters are not found by trying. */
async function prove(ctx: Context, { item, stored }: Home, knows: string | undefined): Promise<Knowledge> {
  if (knows === undefined) return 'nothing'
  if (item.proofFailures >= TRIES) return 'wrong'
  const wanted = knows.toUpperCase()
  const numbers = stored.members.flatMap(({ data }) => [data.phone, data.document?.number])
  if (numbers.some(number => number?.toUpperCase().endsWith(wanted))) return 'right'
  await ctx.storage.countProofFailure(item.round, item.household)
  return 'wrong'
}

async function pageOf(ctx: Context, { round, item, stored }: Home, knowledge: Knowledge): Promise<HomePage> {
  const site = (await ctx.storage.sites()).find(({ number }) => number === item.site)
  const report = await ctx.storage.report(item.round, item.household)
  const failures = item.proofFailures + (knowledge === 'wrong' ? 1 : 0)
  return {
    site: { name: site?.name ?? '', nameEn: site?.nameEn ?? '' },
    address: addressText(item),
    round: { name: round.name, to: round.to },
    state: report?.state ?? null,
    question: report?.state === 'asked' ? openText(ctx.signer, 'question', report.question) : null,
    home: knowledge === 'right' ? maskedHome(stored) : null,
    tries: Math.max(0, TRIES - failures)
  }
}

const maskedHome = ({ members, vehicles }: StoredSheet): NonNullable<HomePage['home']> => ({
  members: members.map(({ row, data }) => ({
    person: row.id,
    name: maskName(data.name),
    phone: data.phone === null ? null : maskPhone(data.phone),
    document: data.document === null ? null : maskDocument(data.document.number)
  })),
  plates: vehicles.map(({ plate }) => keepEnds(plate, 2))
})

/** Waits for staff; the register is not touched. What was sent cannot be read again by the link. */
export async function sendReport(ctx: Context, { report, ...proof }: ReportSent): Promise<Outcome<HomePage>> {
  const home = await open(ctx, proof)
  if (!home.ok) return home
  const { item, stored } = home.value
  const knowledge = await prove(ctx, home.value, proof.knows)
  if (knowledge === 'wrong') return refused('invalid-field', '/knows')
  const known = new Set(knowledge === 'right' ? stored.members.map(({ row }) => row.id) : [])
  const checked = checkReport(report, known, localDayOf(ctx.env.now()))
  if (!checked.ok) return checked
  const before = await ctx.storage.report(item.round, item.household)
  const version = before?.version ?? 0
  if (version >= MAX_REPORTS) return refused('too-many-requests')
  const kept: KeptReport = { report: checked.value, proved: knowledge === 'right' }
  const done = await ctx.storage.putReport(
    {
      round: item.round,
      household: item.household,
      version: version + 1,
      state: 'submitted',
      body: sealText(ctx.signer, 'report', JSON.stringify(kept)),
      question: before?.question ?? null,
      submittedAt: ctx.env.now(),
      settledAt: null,
      settledByName: null
    },
    version,
    null
  )
  return done ? ok(await pageOf(ctx, home.value, knowledge)) : refused('version-conflict')
}

const dayText = (ctx: Context): string => {
  const { year, month, day } = localDayOf(ctx.env.now())
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
