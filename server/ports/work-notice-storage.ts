import type { WorkNoticeKind } from '../../shared/work/words.ts'

export type NoticeRow = { id: number; number: string; at: number; kind: WorkNoticeKind; readAt: number | null }

/** The inbox of an application; what is not delivered yet is told to phones by the timers. */
export interface WorkNoticeStorage {
  /** Newest first. */
  workNotices(number: string, limit: number): Promise<NoticeRow[]>
  /** Tells something that no event of the application tells. */
  addWorkNotice(number: string, kind: WorkNoticeKind, at: number): Promise<void>
  unreadNotices(number: string): Promise<number>
  readNotices(number: string, upTo: number, at: number): Promise<void>
  /** Encrypted subscription; null: no more pushes. */
  putWorkPush(number: string, subscription: string | null): Promise<void>
  workPush(number: string): Promise<string | null>
  /** Takes notices to deliver: each is given out once, unless it is given back. Those from before `since`, and those read already, are dropped. */
  takeNotices(now: number, since: number, limit: number): Promise<NoticeRow[]>
  /** Not delivered; it is tried again until the third time. */
  giveBackNotice(number: string, id: number): Promise<void>
}
