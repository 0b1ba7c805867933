import { QUICK_READINGS, readingOf } from '../../work/temperature.ts'

type Props = { label: string; value: string; onValue: (reading: string) => void }

/** The readings that people mostly have, one tap each. */
export const ReadingKeys = ({ label, value, onValue }: Props) => (
  <fieldset class="choice">
    <legend>{label}</legend>
    <div class="reading-keys numbers">
      {QUICK_READINGS.map(readingOf).map(reading => (
        <button
          key={reading}
          type="button"
          class="button"
          aria-pressed={value === reading}
          onClick={() => onValue(reading)}
          data-reading={reading}
        >
          {reading}
        </button>
      ))}
    </div>
  </fieldset>
)
