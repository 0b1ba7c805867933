import { Button } from '../../../../ui/components/button.tsx'
import { apply } from '../../../work/say.ts'
import { type StepId, stepsOf } from '../../../work/steps.ts'
import { summaryOf } from '../../../work/summary.ts'
import type { StepProps } from './step-props.ts'
import { TextField } from './text-field.tsx'

/** Everything once more, each topic with the way back to it. */
export function CheckStep(props: StepProps & { goTo: (step: StepId) => void }) {
  const { draft, form, goTo } = props
  const steps = stepsOf(draft.mode, form?.photos ?? []).filter(({ id }) => id !== 'check' && id !== 'photos')
  return (
    <>
      {steps.map(({ id }) => (
        <section key={id} class="card summary">
          <header class="work-row">
            <h2>{apply(`step.${id}`)}</h2>
            <Button look="quiet" onClick={() => goTo(id)}>
              {apply('change')}
            </Button>
          </header>
          <dl>
            {summaryOf(id, draft, form).map(({ field, label, value }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd class={value === '' ? 'field-error' : ''}>{value === '' ? apply('unanswered') : value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {draft.mode.kind === 'answer' && <TextField {...props} field="answer" label={apply('answer')} />}
    </>
  )
}
