import { type Frame, type FrameFailure, type FrameKind, readFrame } from '../../shared/carry/frame.ts'
import { assemble, type Assembled, NOTHING_YET } from '../../shared/carry/reassembly.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import { dropTransfer, keepFrame, keptFrames } from './frame-store.ts'

/** What is done with a whole transfer; it is safe on this phone when the promise resolves. */
export type Importers<T> = Readonly<Record<FrameKind, (content: Blob) => Promise<T>>>

export type Received<T> =
  | Exclude<Assembled, { readonly kind: 'complete' }>
  | { readonly kind: FrameFailure }
  | { readonly kind: 'imported'; readonly outcome: T }

export type Receiver<T> = {
  /** Goes on with what was received before the app was closed. Null: nothing of it is whole. */
  resume(): Promise<Received<T> | null>
  take(text: string): Promise<Received<T>>
}

/** Each frame is on the disk before it counts, and a transfer's frames stay until what they carried is safe. One call at a time. */
export function createReceiver<T>(db: GateDatabase, importers: Importers<T>, now: () => number): Receiver<T> {
  let state = NOTHING_YET
  const add = async (frame: Frame, keep: () => Promise<void>): Promise<Received<T>> => {
    const [next, outcome] = assemble(state, frame)
    if (outcome.kind === 'added' || outcome.kind === 'complete') await keep()
    if (outcome.kind !== 'complete') {
      state = next
      if (outcome.kind === 'broken') await dropTransfer(db, frame)
      return outcome
    }
    const imported = await importers[frame.kind](new Blob([outcome.content]))
    state = next // not before: a full disk must not make a transfer count as done
    await dropTransfer(db, frame)
    return { kind: 'imported', outcome: imported }
  }
  return {
    async resume() {
      let last: Received<T> | null = null
      for (const frame of await keptFrames(db, now())) {
        const received = await add(frame, async () => undefined)
        if (received.kind === 'imported') last = received
      }
      return last
    },
    async take(text) {
      const frame = readFrame(text)
      return frame.ok ? add(frame.value, () => keepFrame(db, frame.value, now())) : { kind: frame.failure }
    }
  }
}
