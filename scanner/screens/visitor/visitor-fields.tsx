import { useEffect, useRef } from 'preact/hooks'
import { FlowKey } from '../flow/flow-panel.tsx'

type TextProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly mode: 'tel' | 'numeric' | undefined
  readonly error: string | null
  readonly onValue: (value: string) => void
}

/** What is wrong stands at the field, and the field comes into sight. */
export function TextField({ label, name, value, mode, error, onValue }: TextProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error !== null) input.current?.focus()
  }, [error])
  return (
    <label class="flow-field">
      {label}
      <input
        ref={input}
        class="flow-input"
        name={name}
        value={value}
        inputMode={mode ?? 'text'}
        autocomplete="off"
        maxLength={80}
        aria-invalid={error !== null}
        onInput={event => onValue(event.currentTarget.value)}
      />
      {error !== null && <span class="flow-error">{error}</span>}
    </label>
  )
}

type AnswerProps<T extends string> = {
  readonly title: string
  readonly answers: readonly T[]
  readonly word: (answer: T) => string
  readonly chosen: string
  readonly error: string | null
  readonly onChoose: (answer: T) => void
}

export const AnswerKeys = <T extends string>({ title, answers, word, chosen, error, onChoose }: AnswerProps<T>) => (
  <fieldset class="flow-keys visitor-answers">
    <legend>{title}</legend>
    {answers.map(answer => (
      <FlowKey key={answer} name={answer} isPressed={chosen === answer} onClick={() => onChoose(answer)}>
        {word(answer)}
      </FlowKey>
    ))}
    {error !== null && <span class="flow-error visitor-wide">{error}</span>}
  </fieldset>
)
