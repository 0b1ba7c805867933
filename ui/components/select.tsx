import { type Described, Labelled } from './field.tsx'

export type Option = { readonly value: string; readonly label: string }
type Props = Described & {
  value: string
  options: readonly Option[]
  onValue: (value: string) => void
}

export const Select = ({ label, hint, error, optional, value, options, onValue }: Props) => (
  <Labelled
    {...{ label, hint, error, optional }}
    control={wired => (
      <select {...wired} class="input" value={value} onChange={event => onValue(event.currentTarget.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  />
)
