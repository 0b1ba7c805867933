import type { WorkLanguage, WorkNoticeKind } from '../../shared/work/words.ts'

export type PushTarget = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }
/** VAPID (RFC 8292), base64url; `subject` is who sends, as an address. */
export type PushIdentity = { readonly publicKey: string; readonly privateKey: string; readonly subject: string }
/** What the portal's service worker shows. The number opens nothing by itself. */
export type PushMessage = { readonly number: string; readonly kind: WorkNoticeKind; readonly text: string }
/** `gone`: the browser has taken the subscription back. `failed`: try again later. */
export type PushOutcome = 'sent' | 'gone' | 'failed'
export type PushSender = (target: PushTarget, message: PushMessage, identity: PushIdentity) => Promise<PushOutcome>

/** A short message by whatever gateway an installation has. */
export type ShortMessage = {
  readonly phone: string
  readonly text: string
  readonly kind: WorkNoticeKind
  readonly language: WorkLanguage
}
export type SmsSender = (message: ShortMessage) => Promise<'sent' | 'failed'>

export type NoticeSenders = { readonly push: PushSender; readonly sms: SmsSender }
