import { DRILL_CASE_IDS, type DrillCaseId } from '../../shared/drill/sheet-code.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import type { GateDirection } from '../../shared/trust/trust-bundle.ts'
import { HELD_SERIAL, OTHER_SITE } from './drill-realm.ts'

/** What a volunteer can do: let through, look closer and write down, or keep out and call the office. */
export const DRILL_ANSWERS = ['admit', 'check', 'refuse'] as const
export type DrillAnswer = (typeof DRILL_ANSWERS)[number]

export { DRILL_CASE_IDS, type DrillCaseId }

/** One situation at a gate: a code, how it came about, and what is right. What the phone says to it is not written here. */
export type DrillCase = {
  readonly direction: GateDirection
  readonly pass: Pick<PassContent, 'kind' | 'label' | 'documentTail' | 'serial'> & Partial<Pick<PassContent, 'site'>>
  /** Hours from now at which the pass begins; it is good for a day. */
  readonly startsInHours: number
  readonly isForged?: boolean
  /** The same code went through so many seconds ago. */
  readonly seenSecondsAgo?: number
  readonly right: DrillAnswer
}

const RUNNING = -2
const person = { kind: 'person', label: '陈*明', documentTail: '001X', serial: 101 } as const

export const DRILL_CASES: Readonly<Record<DrillCaseId, DrillCase>> = {
  valid: { direction: 'in', pass: person, startsInHours: RUNNING, right: 'admit' },
  expired: {
    direction: 'in',
    pass: { ...person, serial: 102, label: '李*人', documentTail: '2217' },
    startsInHours: -30,
    right: 'check'
  },
  forged: { direction: 'in', pass: { ...person, serial: 103 }, startsInHours: RUNNING, isForged: true, right: 'refuse' },
  held: {
    direction: 'out',
    pass: { ...person, serial: HELD_SERIAL, label: '吴*磊', documentTail: '3345' },
    startsInHours: RUNNING,
    right: 'refuse'
  },
  screenshot: {
    direction: 'in',
    pass: { ...person, serial: 105, label: '赵*强', documentTail: '7712' },
    startsInHours: RUNNING,
    seenSecondsAgo: 60,
    right: 'check'
  },
  'wrong-site': { direction: 'in', pass: { ...person, serial: 106, site: OTHER_SITE }, startsInHours: RUNNING, right: 'check' },
  vehicle: {
    direction: 'in',
    pass: { kind: 'vehicle', label: '鲁AD12345', documentTail: null, serial: 107 },
    startsInHours: RUNNING,
    right: 'check'
  }
}
