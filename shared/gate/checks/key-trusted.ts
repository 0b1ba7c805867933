import { found, type GateCheck } from '../gate-input.ts'
import { isPerhapsNewer } from '../newer-key.ts'

/** A key that the phone's old data cannot know is a technical matter: it stays in the log, and STALE asks. */
export const checkKeyTrusted: GateCheck = input =>
  found(input, 'KEY') ? { reason: 'KEY', verdict: isPerhapsNewer(input) ? 'PASS' : 'STOP' } : null
