import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Labelled } from '../../../ui/components/field.tsx'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import { answerWork } from '../../work/api.ts'
import { fieldsOf, newDraft } from '../../work/draft.ts'
import { draftOf, keepDraft, type KeptWork } from '../../work/kept.ts'
import { onPage, sayFault, sayProblem, timeOf } from '../../work/say.ts'
import type { MyWork } from '../../work/wire.ts'

type Props = { kept: KeptWork; work: MyWork; take: (next: MyWork) => void; load: () => Promise<void> }

/** The community's question; an answer in words, or the declaration corrected. */
export function QuestionSection({ kept, work, take, load }: Props) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (text.trim() === '') return setWrong('needed')
    setBusy(true)
    const answer = await answerWork(kept, { text: text.trim(), declaration: null })
    setBusy(false)
    if (answer.ok) return take(answer.value)
    setWrong(answer.failure.code)
    if (answer.failure.code === 'work-state') await load()
  }
  const correct = (): void => {
    const key = `a${kept.number}`
    if (draftOf(key) === null && work.declaration !== null) {
      const mode = { kind: 'answer', number: kept.number, question: work.question ?? '' } as const
      const fields = { ...fieldsOf(work.declaration, false), answer: text.trim() }
      keepDraft(newDraft({ key, secret: kept.secret, mode, now: Date.now(), fields }))
    }
    location.hash = `#/work/form/${key}`
  }
  return (
    <form class="card stack-gap question" noValidate onSubmit={event => void send(event)} data-question>
      <h2>{onPage('question')}</h2>
      <p class="words">{work.question}</p>
      {work.answerBy !== null && <p class="soft numbers">{onPage('answerBy', { time: timeOf(work.answerBy) })}</p>}
      <Labelled
        label={onPage('answer')}
        error={wrong === null ? undefined : wrong === 'needed' ? sayFault('needed') : sayProblem(wrong)}
        control={wired => (
          <textarea
            {...wired}
            class="input"
            name="answer"
            rows={3}
            maxLength={WORK_LIMITS.text}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
        )}
      />
      <div class="work-row">
        <Button look="primary" type="submit" busy={busy}>
          {onPage('sendAnswer')}
        </Button>
        {work.declaration !== null && <Button onClick={correct}>{onPage('correct')}</Button>}
      </div>
    </form>
  )
}
