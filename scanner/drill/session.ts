import { DRILL_CASE_IDS, DRILL_CASES, type DrillAnswer, type DrillCaseId } from './cases.ts'

export type Answered = { readonly case: DrillCaseId; readonly answer: DrillAnswer; readonly isRight: boolean }

/** A volunteer's way through the exercise: scan, decide, be told why, next. */
export type DrillSession = {
  readonly order: readonly DrillCaseId[]
  readonly startedMs: number
  readonly answers: readonly Answered[]
  readonly step: 'situation' | 'verdict' | 'answered'
}

export type DrillScore = { readonly score: number; readonly total: number }

/** `chance`: 0 to 1, anew at each call. Begins with the valid pass: who has never seen a PASS cannot tell what is not one. */
export function startDrill(startedMs: number, chance: () => number): DrillSession {
  const [first, ...rest] = DRILL_CASE_IDS
  return { order: [first, ...shuffle(rest, chance)], startedMs, answers: [], step: 'situation' }
}

/** With a printed sheet the volunteer's hand makes the order. */
export const startSheet = (startedMs: number): DrillSession => ({
  order: DRILL_CASE_IDS,
  startedMs,
  answers: [],
  step: 'situation'
})

/** The situation that was taken from the sheet comes next; null: it was answered already, or it is not the time. */
export function choose(session: DrillSession, id: DrillCaseId): DrillSession | null {
  const done = session.order.slice(0, session.answers.length)
  if (session.step !== 'situation' || done.includes(id)) return null
  const left = session.order.filter(each => each !== id && !done.includes(each))
  return { ...session, order: [...done, id, ...left] }
}

/** The case that is on the screen; null: all are done. */
export const caseOf = ({ order, answers, step }: DrillSession): DrillCaseId | null =>
  order[step === 'answered' ? answers.length - 1 : answers.length] ?? null

export const scan = (session: DrillSession): DrillSession =>
  session.step === 'situation' && caseOf(session) !== null ? { ...session, step: 'verdict' } : session

/** The first answer counts. */
export function answer(session: DrillSession, given: DrillAnswer): DrillSession {
  const at = caseOf(session)
  if (session.step !== 'verdict' || at === null) return session
  const answered: Answered = { case: at, answer: given, isRight: DRILL_CASES[at].right === given }
  return { ...session, answers: [...session.answers, answered], step: 'answered' }
}

export const goOn = (session: DrillSession): DrillSession =>
  session.step === 'answered' ? { ...session, step: 'situation' } : session

export const isDone = (session: DrillSession): boolean =>
  session.step === 'situation' && session.answers.length === session.order.length

export const scoreOf = ({ answers, order }: DrillSession): DrillScore => ({
  score: answers.filter(({ isRight }) => isRight).length,
  total: order.length
})

function shuffle<T>(items: readonly T[], chance: () => number): T[] {
  const left = [...items]
  const mixed: T[] = []
  while (left.length > 0) mixed.push(...left.splice(Math.min(left.length - 1, Math.floor(chance() * left.length)), 1))
  return mixed
}
