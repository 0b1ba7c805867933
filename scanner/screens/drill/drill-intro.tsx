import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { LanguageSwitch } from '../../../ui/components/language-switch.tsx'
import { formatTime } from '../../../ui/i18n/format.ts'
import { td } from '../../../ui/i18n/drill.ts'
import { lastTrainings, MAX_NAME } from '../../drill/finish.ts'
import { trust } from '../../state/gate-state.ts'
import type { Training } from '../../../shared/schema/records.ts'

const SHOWN = 5

type Props = { readonly onStart: (name: string, withSheet: boolean) => Promise<void>; readonly onClose: () => void }

/** Who is trained, and who was on this phone. */
export function DrillIntro({ onStart, onClose }: Props) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<readonly Training[]>([])
  useEffect(() => {
    lastTrainings(SHOWN).then(setLast, console.error)
  }, [])
  const begin = async (withSheet: boolean): Promise<void> => {
    setBusy(true)
    await onStart(name.trim(), withSheet)
    setBusy(false)
  }
  return (
    <form
      class="gate-drill-page"
      onSubmit={event => {
        event.preventDefault()
        void begin(false)
      }}
    >
      <header class="gate-head">
        <h1>{td('drill.title')}</h1>
        <LanguageSwitch />
      </header>
      <div class="gate-drill-body">
        <p class="gate-drill-lead">{td('drill.lead')}</p>
        <Field
          label={td('drill.name')}
          value={name}
          onValue={setName}
          name="trainee"
          maxLength={MAX_NAME}
          autocomplete="off"
          required
        />
        {last.length > 0 && <LastTrainings last={last} />}
      </div>
      <div class="gate-drill-foot">
        {trust.value !== null && (
          <Button
            class="gate-drill-key gate-wide-row"
            busy={busy}
            disabled={name.trim() === ''}
            onClick={() => void begin(true)}
            data-drill-with-sheet
          >
            {td('drill.sheet')}
          </Button>
        )}
        <Button class="gate-drill-key" onClick={onClose} data-drill-leave>
          {td('drill.leave')}
        </Button>
        <Button class="gate-drill-key" look="primary" type="submit" busy={busy} disabled={name.trim() === ''} data-drill-start>
          {td('drill.start')}
        </Button>
      </div>
    </form>
  )
}

const LastTrainings = ({ last }: { last: readonly Training[] }) => (
  <section>
    <h2>{td('drill.last')}</h2>
    <ul class="gate-drill-last numbers">
      {last.map(({ id, name, at, score, total }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>
            {score}/{total} · {formatTime(at, 'shortDateTime')}
          </span>
        </li>
      ))}
    </ul>
  </section>
)
