import './drill.css'
import { useState } from 'preact/hooks'
import { Notice } from '../../../ui/components/notice.tsx'
import { td } from '../../../ui/i18n/drill.ts'
import { createDrillRealm, type DrillRealm } from '../../drill/drill-realm.ts'
import { answer, caseOf, type DrillSession, goOn, isDone, scan, startDrill } from '../../drill/session.ts'
import { type Staged, stage } from '../../drill/stage.ts'
import { epochMs, secondsOf } from '../../../shared/time.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { DrillAnswered } from './drill-answered.tsx'
import { DrillIntro } from './drill-intro.tsx'
import { DrillResult } from './drill-result.tsx'
import { DrillSituation } from './drill-situation.tsx'
import { DrillVerdict } from './drill-verdict.tsx'

type Exercise = {
  readonly name: string
  readonly realm: DrillRealm
  readonly session: DrillSession
  readonly staged: Staged | null
}

/** A self-test: seven situations, judged by the gate's own code against a realm that this phone makes for the exercise. */
export function DrillPanel({ onClose }: { onClose: () => void }) {
  const [exercise, setExercise] = useState<Exercise | null>(null)
  const [isFailed, setFailed] = useState(false)
  const enter = async (name: string, realm: DrillRealm, session: DrillSession): Promise<void> => {
    const id = caseOf(session)
    const staged = id === null ? null : await stage(realm, id, serverTimeOf(Date.now()))
    setExercise({ name, realm, session, staged })
  }
  const start = async (name: string): Promise<void> => {
    try {
      const realm = await createDrillRealm(secondsOf(epochMs(serverTimeOf(Date.now()))))
      await enter(name, realm, startDrill(Date.now(), Math.random))
      setFailed(false)
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  const to = (session: DrillSession): void => {
    if (exercise !== null) setExercise({ ...exercise, session })
  }
  return (
    <section class="gate-drill" data-drill={exercise?.session.step ?? 'intro'}>
      {isFailed && <Notice tone="error">{td('drill.failed')}</Notice>}
      {exercise === null ? (
        <DrillIntro onStart={start} onClose={onClose} />
      ) : isDone(exercise.session) ? (
        <DrillResult
          name={exercise.name}
          session={exercise.session}
          onAgain={() => void start(exercise.name)}
          onClose={onClose}
        />
      ) : (
        <Round
          {...exercise}
          onScan={() => to(scan(exercise.session))}
          onAnswer={given => to(answer(exercise.session, given))}
          onNext={() => void enter(exercise.name, exercise.realm, goOn(exercise.session)).catch(() => setFailed(true))}
          onClose={onClose}
        />
      )}
    </section>
  )
}

type RoundProps = Exercise & {
  readonly onScan: () => void
  readonly onAnswer: (given: Parameters<typeof answer>[1]) => void
  readonly onNext: () => void
  readonly onClose: () => void
}

function Round({ session, staged, onScan, onAnswer, onNext, onClose }: RoundProps) {
  const id = caseOf(session)
  if (id === null || staged === null) return null
  switch (session.step) {
    case 'situation':
      return <DrillSituation session={session} id={id} staged={staged} onScan={onScan} onClose={onClose} />
    case 'verdict':
      return <DrillVerdict id={id} staged={staged} onAnswer={onAnswer} />
    case 'answered':
      return <DrillAnswered session={session} id={id} onNext={onNext} />
  }
}
