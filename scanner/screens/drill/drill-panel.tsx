import './drill.css'
import { useState } from 'preact/hooks'
import { Notice } from '../../../ui/components/notice.tsx'
import { td } from '../../../ui/i18n/drill.ts'
import { createDrillRealm, type DrillRealm } from '../../drill/drill-realm.ts'
import { readSheet } from '../../drill/read-sheet.ts'
import { answer, caseOf, choose, type DrillSession, goOn, isDone, scan, startDrill, startSheet } from '../../drill/session.ts'
import { type Staged, stage } from '../../drill/stage.ts'
import { epochMs, secondsOf } from '../../../shared/time.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { status, trust } from '../../state/gate-state.ts'
import { DrillAnswered } from './drill-answered.tsx'
import { DrillIntro } from './drill-intro.tsx'
import { DrillResult } from './drill-result.tsx'
import { DrillSheetCamera, type SheetNotice } from './drill-sheet-camera.tsx'
import { DrillSituation } from './drill-situation.tsx'
import { DrillVerdict } from './drill-verdict.tsx'

type Exercise = {
  readonly name: string
  readonly realm: DrillRealm
  readonly session: DrillSession
  /** Null with a sheet: no code of it was read yet. */
  readonly staged: Staged | null
  readonly withSheet: boolean
}

/** A self-test: seven situations, judged by the gate's own code against a realm that this phone makes for the exercise. */
export function DrillPanel({ onClose }: { onClose: () => void }) {
  const [exercise, setExercise] = useState<Exercise | null>(null)
  const [isFailed, setFailed] = useState(false)
  const [notice, setNotice] = useState<SheetNotice | null>(null)
  const enter = async ({ name, realm, session, withSheet }: Omit<Exercise, 'staged'>): Promise<void> => {
    const id = caseOf(session)
    const staged = id === null ? null : await stage(realm, id, serverTimeOf(Date.now()))
    setExercise({ name, realm, session, staged, withSheet })
  }
  const start = async (name: string, withSheet: boolean): Promise<void> => {
    try {
      const realm = await createDrillRealm(secondsOf(epochMs(serverTimeOf(Date.now()))))
      if (withSheet) setExercise({ name, realm, session: startSheet(Date.now()), staged: null, withSheet })
      else await enter({ name, realm, session: startDrill(Date.now(), Math.random), withSheet })
      setFailed(false)
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  const read = async (text: string): Promise<void> => {
    if (exercise === null || exercise.staged !== null || trust.value === null) return
    const found = await readSheet(text, { trust: trust.value, status: status.value }, serverTimeOf(Date.now()))
    if (!found.ok) return setNotice(found.failure)
    const session = choose(exercise.session, found.value)
    setNotice(session === null ? 'done' : null)
    if (session !== null) await enter({ ...exercise, session })
  }
  const goOnFrom = async (at: Exercise): Promise<void> => {
    const session = goOn(at.session)
    if (at.withSheet) setExercise({ ...at, session, staged: null })
    else await enter({ ...at, session })
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
          onAgain={() => void start(exercise.name, exercise.withSheet)}
          onClose={onClose}
        />
      ) : exercise.staged === null ? (
        <DrillSheetCamera
          session={exercise.session}
          notice={notice}
          onText={text => void read(text).catch(() => setFailed(true))}
          onClose={onClose}
        />
      ) : (
        <Round
          {...exercise}
          onScan={() => to(scan(exercise.session))}
          onAnswer={given => to(answer(exercise.session, given))}
          onNext={() => void goOnFrom(exercise).catch(() => setFailed(true))}
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

function Round({ session, staged, withSheet, onScan, onAnswer, onNext, onClose }: RoundProps) {
  const id = caseOf(session)
  if (id === null || staged === null) return null
  switch (session.step) {
    case 'situation':
      return <DrillSituation session={session} id={id} staged={withSheet ? null : staged} onScan={onScan} onClose={onClose} />
    case 'verdict':
      return <DrillVerdict id={id} staged={staged} onAnswer={onAnswer} />
    case 'answered':
      return <DrillAnswered session={session} id={id} onNext={onNext} />
  }
}
