import { DAY_MS } from '../../../shared/work/local-days.ts'
import { noticeText } from '../../../shared/work/notice-words.ts'
import type { WorkNoticeKind } from '../../../shared/work/words.ts'
import type { NoticeSenders, PushOutcome } from '../../ports/notice-senders.ts'
import type { NoticeRow } from '../../ports/work-notice-storage.ts'
import type { WorkRow } from '../../ports/work-storage.ts'
import type { Context } from '../context.ts'
import { pushKeys } from './push-keys.ts'
import { openWorkField } from './records.ts'

/** What somebody has to know or do although they look at no page; the rest is for the inbox and for push. */
const BY_SMS: readonly WorkNoticeKind[] = ['question', 'issued', 'rejected', 'held-report-missing', 'held-health', 'left']
const MOBILE = /^1\d{10}$|^\+/
const AT_ONCE = 100
/** Older ones are history: the inbox has them. */
const FRESH_MS = DAY_MS

/** Tells what was not told yet: each notice is taken by one server before anything is sent. How many were taken. */
export async function deliverNotices(ctx: Context, senders: NoticeSenders): Promise<number> {
  const now = ctx.env.now()
  let taken = 0
  for (;;) {
    const notices = await ctx.storage.takeNotices(now, now - FRESH_MS, AT_ONCE)
    if (notices.length === 0) return taken
    taken += notices.length
    await Promise.all(notices.map(notice => deliverOne(ctx, senders, notice)))
  }
}

async function deliverOne(ctx: Context, senders: NoticeSenders, notice: NoticeRow): Promise<void> {
  const row = await ctx.storage.work(notice.number)
  if (row === null) return
  const text = noticeText(notice.kind, row.language)
  const pushed = await pushTo(ctx, senders, notice, text)
  if (pushed === 'sent') return
  const phone = BY_SMS.includes(notice.kind) ? phoneOf(ctx, row) : null
  const told = phone === null ? pushed : await senders.sms({ phone, text, kind: notice.kind, language: row.language })
  if (told === 'failed') await ctx.storage.giveBackNotice(notice.number, notice.id)
}

/** null: there is nobody to push to. */
async function pushTo(
  ctx: Context,
  { push }: NoticeSenders,
  { number, kind }: NoticeRow,
  text: string
): Promise<Exclude<PushOutcome, 'gone'> | null> {
  const sealed = await ctx.storage.workPush(number)
  if (sealed === null) return null
  const identity = { ...(await pushKeys(ctx)), subject: ctx.publicUrl() }
  const outcome = await push(openWorkField(ctx.signer, 'push', sealed), { number, kind, text }, identity)
  if (outcome !== 'gone') return outcome
  await ctx.storage.putWorkPush(number, null)
  return null
}

/** The holder's mobile, or the proxy's. */
function phoneOf(ctx: Context, row: WorkRow): string | null {
  const { phone } = openWorkField(ctx.signer, 'person', row.person)
  const proxy = row.declaration === null ? null : openWorkField(ctx.signer, 'declaration', row.declaration).proxy
  return [phone, proxy?.phone ?? null].find(one => one !== null && MOBILE.test(one)) ?? null
}
