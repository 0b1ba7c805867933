import type { CurrentCheck, PassFinding } from '../subject.ts'

const FINDINGS: Readonly<Record<'valid' | 'revoked' | 'held' | 'superseded' | 'unknown', PassFinding | null>> = {
  valid: null,
  revoked: { reason: 'REVOKED' },
  held: { reason: 'HELD' },
  superseded: { reason: 'SUPERSEDED' },
  // Without a list nothing speaks against the pass; how old the knowledge is, is the gate's question (STALE).
  unknown: null
}

export const checkStatus: CurrentCheck = ({ pass, status }) => FINDINGS[status.statusOf(pass.content.serial)]
