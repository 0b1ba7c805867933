import { useEffect, useState } from 'preact/hooks'
import type { DutyRefusal } from '../../../shared/duty/duty-pass.ts'
import { type Candidate, candidateByPass } from '../../duty/read-next.ts'
import { tapReader } from '../../state/reader-tap.ts'

/** The same text is looked at again only after this time: it is before the camera for a while. */
const AGAIN_MS = 2_000

/** Reads duty passes for as long as the screen is there: each that fits is handed on, each that does not is explained. */
export function useCandidate(onCandidate: (candidate: Candidate) => Promise<void>): DutyRefusal | null {
  const [refusal, setRefusal] = useState<DutyRefusal | null>(null)
  useEffect(() => {
    let [busy, text, at] = [false, '', 0]
    return tapReader(next => {
      const now = performance.now()
      if (busy || (next === text && now - at < AGAIN_MS)) return
      ;[busy, text, at] = [true, next, now]
      void take(next).finally(() => {
        busy = false
      })
    })
    async function take(next: string): Promise<void> {
      const candidate = await candidateByPass(next)
      setRefusal(candidate.ok ? null : candidate.failure)
      if (candidate.ok) await onCandidate(candidate.value)
    }
  }, [onCandidate])
  return refusal
}
