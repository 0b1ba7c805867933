import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Field, Labelled } from '../../../ui/components/field.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { nextEmployerState } from '../../../shared/work/employer-states.ts'
import { WORK_LIMITS } from '../../../shared/work/limits.ts'
import { dayNumberOf } from '../../../shared/work/local-days.ts'
import { type FilingInput, type MyEmployer, sendFiling } from '../../employer/api.ts'
import type { KeptEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { apply, sayFault, sayProblem, timeOf } from '../../work/say.ts'

/** Whole numbers and their ranges, as the schema has them. */
const NUMBERS = { staff: [1, 100_000], suppliesDays: [0, 365], isolationRooms: [0, 1_000] } as const
type NumberField = keyof typeof NUMBERS
type Typed = Record<NumberField | 'restartOn' | 'plan', string>

const typedOf = (filing: FilingInput | null): Typed => ({
  staff: filing === null ? '' : String(filing.staff),
  restartOn: filing?.restartOn ?? '',
  plan: filing?.plan ?? '',
  suppliesDays: filing === null ? '' : String(filing.suppliesDays),
  isolationRooms: filing === null ? '' : String(filing.isolationRooms)
})
const isRight = (field: NumberField, text: string): boolean =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= NUMBERS[field][0] && Number(text) <= NUMBERS[field][1]

/** The restart filing: a form until it was sent, and again when it was returned. */
export function FilingTab({
  kept,
  employer,
  take
}: {
  kept: KeptEmployer
  employer: MyEmployer
  take: (next: MyEmployer) => void
}) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(employer.filing))
  const [committed, setCommitted] = useState(false)
  const [isTried, setTried] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const canFile = nextEmployerState(employer.state, 'file') !== null
  const set = (change: Partial<Typed>): void => setTyped({ ...typed, ...change })
  const isWhole =
    (Object.keys(NUMBERS) as NumberField[]).every(field => isRight(field, typed[field])) &&
    dayNumberOf(typed.restartOn) !== null &&
    typed.plan.trim() !== '' &&
    committed
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || !isWhole) return
    setBusy(true)
    const answer = await sendFiling(kept, {
      staff: Number(typed.staff),
      restartOn: typed.restartOn,
      plan: typed.plan.trim(),
      suppliesDays: Number(typed.suppliesDays),
      isolationRooms: Number(typed.isolationRooms),
      committed
    })
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (answer.ok) take(answer.value)
  }
  const number = (field: NumberField, label: string, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      name={field}
      inputMode="numeric"
      autocomplete="off"
      exact
      maxLength={6}
      value={typed[field]}
      error={
        isTried && !isRight(field, typed[field]) ? es('number', { from: NUMBERS[field][0], to: NUMBERS[field][1] }) : undefined
      }
      onValue={value => set({ [field]: value })}
    />
  )
  return (
    <form class="work-form employer-form" noValidate onSubmit={event => void submit(event)} data-filing>
      {employer.filedAt !== null && <Notice>{es('filed', { time: timeOf(employer.filedAt) })}</Notice>}
      <fieldset class="employer-fields" disabled={!canFile}>
        {number('staff', es('staff'))}
        <Field
          label={es('restartOn')}
          name="restartOn"
          type="date"
          value={typed.restartOn}
          error={isTried && dayNumberOf(typed.restartOn) === null ? sayFault('needed') : undefined}
          onValue={restartOn => set({ restartOn })}
        />
        {number('suppliesDays', es('supplies'), es('suppliesFew'))}
        {number('isolationRooms', es('rooms'))}
        <div class="employer-wide">
          <Labelled
            label={es('plan')}
            hint={es('planHint')}
            error={isTried && typed.plan.trim() === '' ? sayFault('needed') : undefined}
            control={wired => (
              <textarea
                {...wired}
                class="input"
                name="plan"
                rows={6}
                maxLength={WORK_LIMITS.plan}
                value={typed.plan}
                onInput={event => set({ plan: event.currentTarget.value })}
              />
            )}
          />
        </div>
      </fieldset>
      {canFile && (
        <>
          <blockquote class="commitment">
            <p>{es('commitment')}</p>
          </blockquote>
          <div class="field">
            <label class="tick">
              <input
                type="checkbox"
                name="committed"
                checked={committed}
                onChange={event => setCommitted(event.currentTarget.checked)}
              />
              <span>{apply('commit')}</span>
            </label>
            <p class="field-error" aria-live="polite">
              {isTried && !committed && sayFault('committed')}
            </p>
          </div>
          {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
          <Button look="primary" type="submit" class="work-key" busy={busy}>
            {es('file')}
          </Button>
        </>
      )}
    </form>
  )
}
