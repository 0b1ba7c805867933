import {
  type DailyReport,
  LINK_HEADER,
  type MyWork,
  type PushSubscriptionInput,
  type ReportKept,
  type Submitted,
  type WorkAnswer,
  type WorkForm,
  type WorkNotice
} from './wire.ts'
import { type Answer, failureOf, request } from '../../ui/api/client.ts'
import { linkOf, type WorkProof } from './kept.ts'

const MINE = '/api/v1/my-work'
const withLink = (proof: WorkProof, body?: unknown) => ({
  headers: { [LINK_HEADER]: linkOf(proof) },
  ...(body === undefined ? {} : { body })
})

export const askForm = (): Promise<Answer<WorkForm>> => request('GET', '/api/v1/work/form')
export const submitNew = (body: unknown): Promise<Answer<Submitted>> => request('POST', '/api/v1/work/applications', { body })
export const confirmInvitation = (link: WorkProof, body: unknown): Promise<Answer<Submitted>> =>
  request('POST', `${MINE}/submission`, withLink(link, body))
export const askWork = (proof: WorkProof): Promise<Answer<MyWork>> => request('GET', MINE, withLink(proof))
export const answerWork = (proof: WorkProof, body: WorkAnswer): Promise<Answer<MyWork>> =>
  request('POST', `${MINE}/answer`, withLink(proof, body))
export const withdrawWork = (proof: WorkProof): Promise<Answer<MyWork>> =>
  request('POST', `${MINE}/withdrawal`, withLink(proof, {}))
export const sendReport = (proof: WorkProof, body: DailyReport): Promise<Answer<ReportKept>> =>
  request('POST', `${MINE}/reports`, withLink(proof, body))
export const keepPush = (proof: WorkProof, body: PushSubscriptionInput): Promise<Answer<undefined>> =>
  request('PUT', `${MINE}/push`, withLink(proof, body))
export const askNotices = (proof: WorkProof): Promise<Answer<{ items: WorkNotice[] }>> =>
  request('GET', `${MINE}/notices`, withLink(proof))
export const readNotices = (proof: WorkProof, upTo: number): Promise<Answer<undefined>> =>
  request('POST', `${MINE}/notices/read`, withLink(proof, { upTo }))

/** Bytes, not JSON; the answer is 204. */
export async function sendPhoto(proof: WorkProof, kind: string, photo: Blob): Promise<Answer<undefined>> {
  try {
    const response = await fetch(`${MINE}/photos/${kind}`, {
      method: 'PUT',
      headers: { [LINK_HEADER]: linkOf(proof), 'content-type': 'image/jpeg' },
      body: photo,
      cache: 'no-store'
    })
    if (response.ok) return { ok: true, value: undefined }
    return { ok: false, failure: failureOf(response.status, await response.json().catch(() => undefined)) }
  } catch {
    return { ok: false, failure: { code: 'network', path: null, status: 0, requestId: null } }
  }
}
