import { maskDocument } from '../../../shared/mask/document.ts'
import { ok } from '../../../shared/result.ts'
import type { MyWork, PushSubscriptionInput, WorkAnswer, WorkForm, WorkNotice } from '../../../shared/schema/work.ts'
import { addWorkingMinutes } from '../../../shared/work/working-hours.ts'
import { cleanJpeg } from '../../../shared/work/photo.ts'
import type { DeclaredBy, RejectReason, WorkPhotoKind } from '../../../shared/work/words.ts'
import type { WorkMove, WorkRow } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { existingRealm } from '../trust.ts'
import { cardOf } from './card-view.ts'
import { policyAt } from './policies.ts'
import { pushKeys } from './push-keys.ts'
import { isPushEndpoint } from './push-hosts.ts'
import { openNote, openWorkField, sealNote, sealPhoto, sealWork } from './records.ts'
import { dueAfterAnswer } from './review.ts'
import { declaredFields } from './submit.ts'

const SHOWN_NOTICES = 50

/** What a form needs; nothing in it is anybody's. */
export async function workForm(ctx: Context): Promise<WorkForm> {
  const now = ctx.env.now()
  const realm = await existingRealm(ctx)
  const policy = await policyAt(ctx, now)
  return {
    realm: { name: realm.name, nameEn: realm.nameEn },
    communities: await ctx.storage.communities(),
    sites: await ctx.storage.sites(),
    validityDays: policy.validityDays,
    dailyReport: policy.dailyReport,
    temperatureLimit: policy.temperatureLimit,
    observationDays: policy.observationDays,
    photos: [...policy.photos],
    promisedMinutes: policy.promisedMinutes,
    dueIfNow: addWorkingMinutes(now, policy.promisedMinutes, policy.hours),
    pushKey: (await pushKeys(ctx)).publicKey,
    serverTime: now
  }
}

/** What the secret link opens. */
export async function myWork(ctx: Context, row: WorkRow): Promise<MyWork> {
  const person = openWorkField(ctx.signer, 'person', row.person)
  const employer = row.employer === null ? null : await ctx.storage.employer(row.employer)
  const events = await ctx.storage.workEvents(row.number)
  const isAsked = row.state === 'more-info'
  return {
    number: row.number,
    state: row.state,
    purpose: row.purpose,
    declaredBy: row.declaredBy ?? 'self',
    employer: employer === null ? null : { id: employer.id, name: employer.name },
    declaration: declarationOf(ctx, row),
    invitation:
      row.state === 'draft' ? { name: person.name, documentMasked: maskDocument(person.document.number), site: row.site } : null,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    isLate: row.lateAt !== null,
    question: isAsked ? openNote(ctx.signer, row.note) : null,
    answerBy: isAsked ? row.lapseAt : null,
    reason: row.reason as RejectReason | null,
    note: row.state === 'rejected' ? openNote(ctx.signer, row.note) : null,
    photosAsked: [...row.photosAsked],
    photosSent: await ctx.storage.workPhotoKinds(row.number),
    card: await cardOf(ctx, row.serial),
    steps: events.map(({ at, event, state }) => ({ at, event, state })),
    unread: await ctx.storage.unreadNotices(row.number),
    serverTime: ctx.env.now()
  }
}

function declarationOf(ctx: Context, row: WorkRow): MyWork['declaration'] {
  const { name, document, phone, address } = openWorkField(ctx.signer, 'person', row.person)
  if (row.declaration === null || address === null || row.site === null) return null
  const { workplace, health, proxy } = openWorkField(ctx.signer, 'declaration', row.declaration)
  const { building, unit, room } = address
  const holder = { name, document, phone, site: row.site, building, unit: unit === '' ? null : unit, room }
  return { purpose: row.purpose, language: row.language, holder, workplace, health, proxy }
}

/** Who answers for the holder: the holder or a proxy by the link, or the employer's clerk. */
export type Answerer = { readonly actor: string; readonly actorName: string; readonly declaredBy: DeclaredBy | null }
export const APPLICANT: Answerer = { actor: 'applicant', actorName: '', declaredBy: null }

/** Answers the open question, before the 72 hours are over; the place in the queue is kept. */
export async function answerQuestion(
  ctx: Context,
  row: WorkRow,
  answer: WorkAnswer,
  by: Answerer = APPLICANT
): Promise<Outcome<WorkRow>> {
  const { text, declaration } = answer
  if (text === null && declaration === null) return refused('invalid-field', '/text', 'an answer is needed')
  if (row.state !== 'more-info') return refused('work-state', undefined, row.state)
  const now = ctx.env.now()
  const declaredBy = by.declaredBy ?? (declaration === null || declaration.proxy === null ? 'self' : 'proxy')
  const fields = declaration === null ? ok({}) : await declaredFields(ctx, row, declaration, declaredBy, await policyAt(ctx, now))
  if (!fields.ok) return { ok: false, failure: { ...fields.failure, path: `/declaration${fields.failure.path ?? ''}` } }
  const kept = { submittedAt: row.submittedAt, photosAsked: row.photosAsked, note: null, lapseAt: null, minutesLeft: null }
  const set = { ...fields.value, ...kept, dueAt: await dueAfterAnswer(ctx, row.minutesLeft) }
  if (row.employer !== null && 'documentIndex' in set && set.documentIndex !== row.documentIndex)
    return refused('document-invalid', '/declaration/holder/document', 'not the invited one')
  const move: WorkMove = {
    number: row.number,
    event: 'resubmit',
    at: now,
    actor: by.actor,
    actorName: by.actorName,
    only: 'answer-open',
    set,
    ...(text === null ? {} : { note: sealNote(ctx.signer, text) })
  }
  return moved(ctx, move)
}

export async function withdrawWork(ctx: Context, row: WorkRow, by: Answerer = APPLICANT): Promise<Outcome<WorkRow>> {
  if (row.state === 'withdrawn') return ok(row) // sent twice on a bad network
  const at = ctx.env.now()
  const set = { refusedAt: at, overAt: null }
  return moved(ctx, { number: row.number, event: 'withdraw', at, actor: by.actor, actorName: by.actorName, set })
}

async function moved(ctx: Context, move: WorkMove): Promise<Outcome<WorkRow>> {
  const done = await ctx.storage.moveWork([move])
  const after = await ctx.storage.work(move.number)
  return done.length === 0 || after === null ? refused('work-state', undefined, after?.state) : ok(after)
}

/** A photo that was asked for; it replaces the one before. What is decided takes none. */
export async function addPhoto(ctx: Context, row: WorkRow, kind: WorkPhotoKind, bytes: Uint8Array): Promise<Outcome<null>> {
  const takesPhotos = row.state === 'submitted' || row.state === 'more-info' || row.state === 'under-review'
  if (!takesPhotos) return refused('work-state', undefined, row.state)
  if (!row.photosAsked.includes(kind)) return refused('photo-not-asked')
  const photo = cleanJpeg(bytes)
  if (!photo.ok) return refused(photo.failure === 'too-large' ? 'too-large' : 'photo-invalid', undefined, photo.failure)
  await ctx.storage.putWorkPhoto({ number: row.number, kind, at: ctx.env.now(), body: sealPhoto(ctx.signer, photo.value) })
  return ok(null)
}

export async function setPush(ctx: Context, row: WorkRow, { subscription }: PushSubscriptionInput): Promise<Outcome<null>> {
  if (subscription !== null && !isPushEndpoint(subscription.endpoint)) return refused('push-invalid', '/subscription/endpoint')
  const { endpoint, keys } = subscription ?? { endpoint: '', keys: { p256dh: '', auth: '' } }
  await ctx.storage.putWorkPush(row.number, subscription === null ? null : sealWork(ctx.signer, 'push', { endpoint, keys }))
  return ok(null)
}

export async function myNotices(ctx: Context, { number }: WorkRow): Promise<{ items: WorkNotice[] }> {
  const rows = await ctx.storage.workNotices(number, SHOWN_NOTICES)
  return { items: rows.map(({ id, at, kind, readAt }) => ({ id, at, kind, isRead: readAt !== null })) }
}
