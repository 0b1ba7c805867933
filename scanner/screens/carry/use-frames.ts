import { useEffect, useState } from 'preact/hooks'
import { ta } from '../../../ui/i18n/carry.ts'
import type { Received, Receiver } from '../../carry/receive-frames.ts'
import { tapReader } from '../../state/reader-tap.ts'
import type { Said } from './said.ts'

export type Progress = { readonly have: number; readonly total: number }
export type Receiving = { readonly progress: Progress | null; readonly said: Said | null }

/** Feeds what the camera reads to `receiver` for as long as the panel is there; no verdict comes of it. */
export function useFrames(receiver: Receiver<Said>): Receiving {
  const [receiving, setReceiving] = useState<Receiving>({ progress: null, said: null })
  useEffect(() => {
    let busy = true
    const hear = (work: Promise<Received<Said> | null>): void => {
      busy = true
      work
        .then(received => received !== null && setReceiving(before => after(before, received)))
        .catch(error => {
          console.error(error)
          setReceiving(before => ({ ...before, said: { tone: 'error', text: ta('carry.failed') } }))
        })
        .finally(() => {
          busy = false
        })
    }
    hear(receiver.resume())
    // What comes while a frame is being written comes again: the codes go round.
    return tapReader(text => busy || hear(receiver.take(text)))
  }, [receiver])
  return receiving
}

/** A damaged or contradicting frame is no news: the next round brings it anew. */
function after(before: Receiving, received: Received<Said>): Receiving {
  if (received.kind === 'added') return { progress: received, said: null }
  if (received.kind === 'imported') return { progress: null, said: received.outcome }
  if (received.kind === 'foreign') return { ...before, said: { tone: 'error', text: ta('carry.notFrame') } }
  if (received.kind === 'broken') return { progress: null, said: { tone: 'error', text: ta('carry.broken') } }
  return before
}
