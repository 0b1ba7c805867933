/** Severest last: a decision takes the highest of all its findings. */
export const VERDICTS = ['PASS', 'CHECK', 'STOP'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * Every reason for a verdict, with the short code that a volunteer can read out over the phone
 * (D decoding, S signature, R status, T time, G gate rules, H health). Stable for ever; docs/errors.md explains each.
 */
export const REASONS = {
  OK: 'A00',
  UNREADABLE: 'D01',
  FORGED: 'S01',
  KEY: 'S02',
  REVOKED: 'R01',
  SUPERSEDED: 'R02',
  HELD: 'R03',
  STALE: 'R04',
  NOT_YET: 'T01',
  EXPIRED: 'T02',
  WRONG_SITE: 'G01',
  KIND: 'G02',
  DRILL: 'G03',
  NIGHT: 'G04',
  QUOTA: 'G05',
  REPEAT: 'G06',
  VISITOR: 'G07',
  STAY: 'G08',
  CLOSED: 'G09',
  ROSTER: 'G10',
  VEHICLE: 'G11',
  FEVER: 'H01',
  TEMP: 'H02'
} as const

export type Reason = keyof typeof REASONS

export const isReason = (text: string): text is Reason => Object.hasOwn(REASONS, text)
export const isVerdict = (text: string): text is Verdict => (VERDICTS as readonly string[]).includes(text)
export const severityOf = (verdict: Verdict): number => VERDICTS.indexOf(verdict)
