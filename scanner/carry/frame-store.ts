import type { Frame } from '../../shared/carry/frame.ts'
import type { GateDatabase } from '../log/gate-database.ts'

/** Whoever shows them still has them: a transfer that nobody went on with is not kept for ever. */
const KEPT_MS = 24 * 3_600_000

/** On the disk when it resolves. */
export async function keepFrame(db: GateDatabase, frame: Frame, nowMs: number): Promise<void> {
  const transaction = db.transaction('frames', 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put({ ...frame, takenAt: nowMs }), transaction.done])
}

export async function dropTransfer(db: GateDatabase, { kind, transfer }: Pick<Frame, 'kind' | 'transfer'>): Promise<void> {
  await db.delete('frames', IDBKeyRange.bound([kind, transfer, 0], [kind, transfer, 0xffff]))
}

/** What is there of transfers that were begun within a day; older frames go. */
export async function keptFrames(db: GateDatabase, nowMs: number): Promise<readonly Frame[]> {
  const frames = await db.getAll('frames')
  const old = frames.filter(({ takenAt }) => takenAt < nowMs - KEPT_MS)
  for (const frame of old) await db.delete('frames', [frame.kind, frame.transfer, frame.index])
  return frames.filter(frame => !old.includes(frame))
}
