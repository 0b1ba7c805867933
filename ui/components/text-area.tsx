import { type Described, Labelled } from './field.tsx'

type Props = Described & { value: string; onValue: (value: string) => void; maxLength?: number; rows?: number }

export const TextArea = ({ label, hint, error, optional, value, onValue, maxLength, rows = 3 }: Props) => (
  <Labelled
    {...{ label, hint, error, optional }}
    control={wired => (
      <textarea
        {...wired}
        class="input"
        rows={rows}
        {...(maxLength === undefined ? {} : { maxLength })}
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
      />
    )}
  />
)
