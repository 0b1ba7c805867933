import t from 'tap'
import { deliverNotices } from '../../../server/domain/work/deliver-notices.ts'
import { pushKeys } from '../../../server/domain/work/push-keys.ts'
import { smsLogSender } from '../../../server/notices/sms-log.ts'
import { webPushSender } from '../../../server/notices/web-push.ts'
import type { PushMessage, PushOutcome, ShortMessage } from '../../../server/ports/notice-senders.ts'
import { NOTICE_WORDS } from '../../../shared/work/notice-words.ts'
import { WORK_LANGUAGES, WORK_NOTICES } from '../../../shared/work/words.ts'
import { startWork, step } from '../../support/work-service.ts'

type Sent = { pushes: (PushMessage & { endpoint: string })[]; messages: ShortMessage[] }

/** Senders that keep what they would send. */
function senders(sent: Sent, outcome: () => PushOutcome = () => 'sent') {
  return {
    push: async ({ endpoint }: { endpoint: string }, message: PushMessage) => {
      sent.pushes.push({ ...message, endpoint })
      return outcome()
    },
    sms: async (message: ShortMessage) => {
      sent.messages.push(message)
      return 'sent' as const
    }
  }
}
const endpoint = 'https://fcm.googleapis.com/fcm/send/abc'
const subscription = { endpoint, keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } }

t.test('a notice goes out once, by push where there is one, else by a short message, in the applicant’s language', async t => {
  const service = await startWork(t)
  const [pushed, plain] = [await service.apply({ language: 'ko' }), await service.apply({ language: 'ja' })]
  await service.by(pushed)('PUT', '/my-work/push', { subscription })
  for (const link of [pushed, plain]) {
    await step(service.reviewer, link, 'claim')
    await step(service.reviewer, link, 'approve')
  }
  const sent: Sent = { pushes: [], messages: [] }
  await Promise.all([deliverNotices(service.ctx, senders(sent)), deliverNotices(service.ctx, senders(sent))])
  t.same(sent.pushes.map(({ kind }) => kind).sort(), ['issued', 'received'])
  t.equal(sent.pushes.find(({ kind }) => kind === 'issued')?.text, NOTICE_WORDS.issued.ko)
  t.match(sent.messages, [{ kind: 'issued', text: NOTICE_WORDS.issued.ja, phone: /^154/ }], 'a receipt needs no message')
  await deliverNotices(service.ctx, senders(sent))
  t.equal(sent.pushes.length + sent.messages.length, 3)
})

t.test('a subscription that is gone is forgotten, a failed push is tried three times', async t => {
  const service = await startWork(t)
  const link = await service.apply()
  await service.by(link)('PUT', '/my-work/push', { subscription })
  const sent: Sent = { pushes: [], messages: [] }
  await deliverNotices(
    service.ctx,
    senders(sent, () => 'failed')
  )
  t.equal(sent.pushes.length, 3)
  const other = await service.apply()
  await service.by(other)('PUT', '/my-work/push', { subscription })
  await deliverNotices(
    service.ctx,
    senders(sent, () => 'gone')
  )
  t.equal(await service.ctx.storage.workPush(other.number), null)
})

t.test('a push is encrypted for the browser, and says to its service nothing but who sends', async t => {
  const service = await startWork(t)
  const keys = await pushKeys(service.ctx)
  t.same(await pushKeys(service.ctx), keys, 'the same for ever')
  const browser = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const raw = Buffer.from(await crypto.subtle.exportKey('raw', browser.publicKey)).toString('base64url')
  const target = { endpoint, keys: { p256dh: raw, auth: Buffer.alloc(16, 1).toString('base64url') } }
  const calls: { url: string; init: RequestInit }[] = []
  const answering = (status: number) => async (url: string, init: RequestInit) => {
    calls.push({ url, init })
    return { status, body: null }
  }
  const message = { number: 'abc', kind: 'issued' as const, text: '通行卡已签发' }
  const identity = { ...keys, subject: 'https://example.org' }
  t.equal(await webPushSender(answering(201))(target, message, identity), 'sent')
  t.equal(await webPushSender(answering(410))(target, message, identity), 'gone')
  t.equal(await webPushSender(answering(500))(target, message, identity), 'failed')
  t.equal(await webPushSender(answering(201))({ ...target, keys: { p256dh: 'AAAA', auth: 'AAAA' } }, message, identity), 'failed')
  const { init } = calls[0] as { init: RequestInit }
  t.match(init, { method: 'POST', redirect: 'error', headers: { 'content-encoding': 'aes128gcm', topic: 'issued' } })
  t.match((init.headers as Record<string, string>).authorization, /^vapid t=[\w.-]+, k=/)
  t.notMatch(Buffer.from(init.body as Uint8Array).toString('latin1'), 'issued')
})

t.test('the log of the embedded default names neither phone nor text', async t => {
  const lines: string[] = []
  await smsLogSender(line => lines.push(line))({ phone: '15400001111', text: '秘密', kind: 'issued', language: 'zh' })
  t.same(lines, ['short message not sent, no gateway: issued (zh)'])
})

t.test('every notice has its words in every language, and they differ', async t => {
  for (const kind of WORK_NOTICES) t.equal(new Set(WORK_LANGUAGES.map(language => NOTICE_WORDS[kind][language])).size, 4, kind)
})
