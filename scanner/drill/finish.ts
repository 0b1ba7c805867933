import type { Training } from '../../shared/schema/records.ts'
import { operator } from '../state/gate-state.ts'
import { serverTimeOf } from '../state/clock.ts'
import { keepRecord, newRecordId } from '../state/records.ts'
import { type DrillSession, scoreOf } from './session.ts'
import { openTrainingStore } from './training-store.ts'

/** The longest name that a result takes. */
export const MAX_NAME = 40

/** The result as the service takes it. */
export const trainingOf = (session: DrillSession, name: string, nowMs: number): Training => ({
  id: newRecordId(),
  at: serverTimeOf(nowMs),
  operator: operator.value,
  name: name.trim().slice(0, MAX_NAME),
  ...scoreOf(session),
  durationMs: Math.max(0, Math.round(nowMs - session.startedMs)),
  answers: session.answers.map(({ case: id, isRight }) => ({ case: id, isRight }))
})

/** On this phone, and on its way to the service, when it resolves. */
export async function keepTraining(training: Training): Promise<void> {
  const store = await openTrainingStore()
  try {
    await store.add(training)
  } finally {
    store.close()
  }
  await keepRecord({ kind: 'trainings', body: training })
}

export async function lastTrainings(limit: number): Promise<Training[]> {
  const store = await openTrainingStore()
  try {
    return await store.newest(limit)
  } finally {
    store.close()
  }
}
