import { noticeText } from '../../shared/work/notice-words.ts'
import { WORK_NOTICES, type WorkNoticeKind } from '../../shared/work/words.ts'

/** What a notification shows and where a tap on it leads; there is no secret in it, the phone has its own. */
export type Shown = { readonly title: string; readonly body: string; readonly tag: string; readonly page: string }

const TITLE = '复工复学证 Work & school pass'

/** Whatever was pushed has to be shown: a browser forbids silent messages. What is not ours says only that there is news. */
export function shownOf(text: string | null): Shown {
  const { number, kind, text: words } = parsed(text)
  const isOurs = typeof number === 'string' && /^[a-z0-9]{12}$/.test(number)
  const isKind = (WORK_NOTICES as readonly unknown[]).includes(kind)
  return {
    title: TITLE,
    body: typeof words === 'string' && words !== '' ? words.slice(0, 300) : isKind ? bothOf(kind as WorkNoticeKind) : '',
    tag: isOurs ? `work-${number}` : 'work',
    page: isOurs ? `#/work/${number}` : '#/work'
  }
}

const bothOf = (kind: WorkNoticeKind): string => `${noticeText(kind, 'zh')} ${noticeText(kind, 'en')}`

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {} // not ours
  }
}
