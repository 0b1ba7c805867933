import { documentKey, documentTail } from '../../../shared/identity/detect-document.ts'
import { maskName } from '../../../shared/mask/name.ts'
import { MAX_LABEL_BYTES } from '../../../shared/pass/label.ts'
import { listOf } from '../../../shared/status/status-list.ts'
import { epochSeconds, secondsToMinute } from '../../../shared/time.ts'
import { localDayNumber } from '../../../shared/work/local-days.ts'
import { cardWindow, FIRST_WORK_POLICY, type WorkPolicy } from '../../../shared/work/policy.ts'
import type { PassEventRow, PassRow } from '../../ports/storage.ts'
import type { WorkCardRow, WorkRow } from '../../ports/work-storage.ts'
import { type Context, OPERATOR, type Staff } from '../context.ts'
import { MAX_PASSES_PER_KEY } from '../issuing-keys.ts'
import type { PreparedPass } from '../prepare-pass.ts'
import { type PassToSign, signPasses } from '../sign-passes.ts'
import { policiesById } from './policies.ts'
import { openWorkField } from './records.ts'

export type SerialOf = (passNumber: number) => number

/** Of a batch that collides with other changes, before its members are tried one by one. */
const MAX_ATTEMPTS = 5

type ToIssue = { readonly row: WorkRow; readonly policy: WorkPolicy; readonly toSign: PassToSign }

/** Signs approved applications; whoever else does it meanwhile, each gets one card. The numbers that were issued here. */
export async function issueCards(ctx: Context, serialOf: SerialOf, rows: readonly WorkRow[]): Promise<string[]> {
  const approved = rows.filter(({ state, serial }) => state === 'approved' && serial === null)
  const batch = await prepareBatch(ctx, oneOfEachDocument(approved))
  if (batch.length === 0) return []
  const issued = await issueBatch(ctx, serialOf, batch)
  if (issued) return batch.map(({ row }) => row.number)
  if (batch.length === 1) return []
  const done: string[] = []
  for (const one of batch) if (await issueBatch(ctx, serialOf, [one])) done.push(one.row.number)
  return done
}

/** What was approved and has no card yet, after a failure or a crash. */
export async function issueWaiting(ctx: Context, serialOf: SerialOf, limit: number): Promise<number> {
  return (await issueCards(ctx, serialOf, await ctx.storage.workToSign(limit))).length
}

/** Two approved applications of one person: the second supersedes the first one's card, when that is there. */
function oneOfEachDocument(rows: readonly WorkRow[]): WorkRow[] {
  return [...new Map([...rows].reverse().map(row => [row.documentIndex, row])).values()].reverse()
}

async function issueBatch(ctx: Context, serialOf: SerialOf, batch: readonly ToIssue[]): Promise<boolean> {
  const staff: Staff = { ...OPERATOR, id: batch[0]?.row.decidedBy ?? 'system' }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const passes = (
      await signPasses(
        ctx,
        serialOf,
        staff,
        batch.map(({ toSign }) => toSign)
      )
    ).map((pass, at) => ({
      ...pass,
      issuedBy: batch[at]?.row.decidedBy ?? staff.id
    }))
    const at = ctx.env.now()
    const done = await ctx.storage.issueWork({
      cards: passes.map((pass, index) => cardRow(pass, batch[index] as ToIssue)),
      passes,
      events: passes.flatMap((pass, index) => eventsOf(pass, (batch[index] as ToIssue).row)),
      at,
      signaturesPerKey: MAX_PASSES_PER_KEY
    })
    if (done === 'key-full') continue // another server filled the key: the next one signs
    if (done === 'issued') announce(ctx, passes)
    return done === 'issued'
  }
  return false
}

function announce(ctx: Context, passes: readonly PassRow[]): void {
  const lists = passes.flatMap(({ replaces }) => (replaces === null ? [] : [listOf(replaces)]))
  for (const list of new Set(lists)) ctx.bus.publish({ kind: 'status', list })
}

/** Which pass is signed for each, and which one it takes the place of. A person whose card is on hold gets none beside it. */
async function prepareBatch(ctx: Context, rows: readonly WorkRow[]): Promise<ToIssue[]> {
  const policies = await policiesById(ctx)
  const standing = await standingCards(ctx, rows)
  return rows.flatMap(row => {
    const cards = standing.get(row.documentIndex) ?? []
    if (cards.some(({ isHeld }) => isHeld)) return []
    const policy = policies.get(row.policy ?? 0) ?? FIRST_WORK_POLICY
    const prepared = preparedPass(ctx, row, policy)
    return [{ row, policy, toSign: { prepared, community: row.community, replaces: cards[0]?.serial ?? null } }]
  })
}

type Standing = { serial: number; isHeld: boolean }

/** By documents. A hold for a missing report ends with the new declaration; any other is somebody's decision. */
export async function standingCards(
  ctx: Context,
  rows: readonly Pick<WorkRow, 'documentIndex'>[]
): Promise<ReadonlyMap<string, Standing[]>> {
  const now = Math.floor(ctx.env.now() / 1000)
  const passes = await ctx.storage.workPasses([...new Set(rows.map(row => row.documentIndex))], now)
  const held = passes.filter(({ status }) => status === 'held').map(({ serial }) => serial)
  const forReports = new Set(
    (await ctx.storage.workCards(held)).filter(({ hold }) => hold === 'report-missing').map(({ serial }) => serial)
  )
  const byDocument = new Map<string, Standing[]>()
  for (const { key, serial, status } of passes)
    byDocument.set(key, [...(byDocument.get(key) ?? []), { serial, isHeld: status === 'held' && !forReports.has(serial) }])
  return byDocument
}

function preparedPass(ctx: Context, row: WorkRow, policy: WorkPolicy): PreparedPass {
  const { name, document } = openWorkField(ctx.signer, 'person', row.person)
  const { startMs, hours } = cardWindow(policy, ctx.env.now())
  return {
    kind: 'work',
    site: policy.cardSites === 'realm' ? 0 : (row.site ?? 0),
    label: maskName(name, { maxBytes: MAX_LABEL_BYTES }),
    documentTail: documentTail(document),
    start: secondsToMinute(epochSeconds(Math.floor(startMs / 1000))),
    hours,
    name,
    document: { number: document.number, key: documentKey(document) },
    isSupervisor: false
  }
}

const cardRow = (pass: PassRow, { row, policy }: ToIssue): WorkCardRow => ({
  serial: pass.serial,
  number: row.number,
  community: row.community,
  site: row.site ?? 0,
  employer: row.employer,
  policy: policy.id,
  daily: policy.dailyReport,
  lastReportDay: localDayNumber(pass.issuedAt),
  hold: null,
  heldAt: null,
  endsAt: pass.endsAt
})

function eventsOf({ serial, replaces, issuedAt }: PassRow, { decidedBy, decidedName }: WorkRow): PassEventRow[] {
  const event = (of: number, action: string): PassEventRow => ({
    serial: of,
    at: issuedAt,
    action,
    reason: null,
    note: null,
    actor: decidedBy ?? 'system',
    actorName: decidedName ?? 'system'
  })
  return replaces === null ? [event(serial, 'issue')] : [event(serial, 'reissue'), event(replaces, 'supersede')]
}
