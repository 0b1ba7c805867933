import { keepHandover } from '../../duty/kept-duty.ts'
import type { ShiftSummary } from '../../duty/hand-over.ts'
import type { Candidate } from '../../duty/read-next.ts'
import { tellDuty } from '../../state/duty.ts'
import { duty, dutyNow } from '../../state/duty-now.ts'
import { post, unsent } from '../../state/gate-state.ts'
import { keepRecord, newRecordId } from '../../state/records.ts'
import { syncNow } from '../../state/start-gate.ts'

/** The record is on the disk first; only then does the operator change. False: it could not be kept, and nothing changed. */
export async function handOver(summary: ShiftSummary, note: string, next: Candidate | null): Promise<boolean> {
  const at = dutyNow()
  const body = {
    ...summary,
    id: newRecordId(),
    at,
    operator: duty.value?.operator ?? null,
    gate: post.value?.gate ?? 'none',
    unsent: unsent.value,
    note: note.trim(),
    next: next?.operator ?? null
  }
  try {
    await keepRecord({ kind: 'handovers', body })
  } catch (error) {
    console.error(error)
    return false
  }
  keepHandover(localStorage, { at, note: body.note })
  await tellDuty(next === null ? { kind: 'sign-out', at } : { kind: 'sign-in', ...next, at })
  syncNow()
  return true
}
