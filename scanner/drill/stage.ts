import type { Decision } from '../../shared/gate/decide.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { type EpochMs, epochSeconds, secondsOf, secondsToMinute } from '../../shared/time.ts'
import { judge } from '../check/judge.ts'
import { DRILL_CASES, type DrillCaseId } from './cases.ts'
import { DRILL_SITE, type DrillRealm } from './drill-realm.ts'

/** A situation that is set up: its code, and what the gate's own judgement says to it. */
export type Staged = { readonly text: string; readonly decision: Decision }

const DAY_HOURS = 24

/** Makes the code of a case and has it judged as any code at a gate. Nothing is logged: nobody passed. */
export async function stage(realm: DrillRealm, id: DrillCaseId, now: EpochMs): Promise<Staged> {
  const { pass, startsInHours, direction, isForged = false, seenSecondsAgo } = DRILL_CASES[id]
  const at = secondsOf(now)
  const content: PassContent = {
    site: DRILL_SITE,
    ...pass,
    start: secondsToMinute(epochSeconds(at + startsInHours * 3600)),
    hours: DAY_HOURS
  }
  const text = await (isForged ? realm.forge(content) : realm.issue(content))
  const earlier = { serial: pass.serial, direction, at: epochSeconds(at - (seenSecondsAgo ?? 0)) }
  const held = { ...realm.held, recent: seenSecondsAgo === undefined ? [] : [earlier] }
  const { decision } = await judge(text, held, realm.place(direction), now, { presented: 'code', temperature: null })
  return { text, decision }
}
