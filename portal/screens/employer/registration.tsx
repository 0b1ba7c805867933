import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { Select } from '../../../ui/components/select.tsx'
import type { Failure } from '../../../ui/api/client.ts'
import { parseCreditCode } from '../../../shared/identity/credit-code.ts'
import { normaliseNumber } from '../../../shared/identity/normalise.ts'
import { registerEmployer } from '../../employer/api.ts'
import { keepEmployer } from '../../employer/kept.ts'
import {
  EMPTY_EMPLOYER,
  type EmployerDraft,
  type EmployerField,
  employerDraft,
  employerFaults,
  employerFieldOf,
  registrationOf
} from '../../employer/registration.ts'
import { es } from '../../employer/say.ts'
import { replaceAddress } from '../../state/location.ts'
import { apply, sayFault, sayProblem, shownName } from '../../work/say.ts'
import { newSecret } from '../../work/secret.ts'
import { sendUntilAnswered } from '../../work/submission.ts'
import { loadForm, workForm } from '../../work/work-form.ts'
import { WorkFrame } from '../work/frame.tsx'

/** The registration; kept in this browser while it is typed, sent until it is answered. */
export function Registration() {
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const [tries, setTries] = useState<number | null>(null)
  useEffect(() => {
    loadForm().catch(console.error)
  }, [])
  const draft = employerDraft.value.value ?? { ...EMPTY_EMPLOYER, secret: '', sent: [] }
  const faults = employerFaults(draft)
  const set = (change: Partial<Record<EmployerField, string>>): void =>
    employerDraft.set({ ...draft, secret: draft.secret || newSecret(), ...change })
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (tries !== null || Object.keys(faults).length > 0) return
    setRefusal(null)
    setTries(0)
    setRefusal(await register(draft, setTries))
    setTries(null)
  }
  const errorOf = (field: EmployerField): string | undefined => {
    if (refusal !== null && employerFieldOf(refusal.path) === field) return sayProblem(refusal.code)
    const isWhole = field === 'creditCode' && normaliseNumber(draft.creditCode).length >= 18
    return isTried || isWhole ? sayFault(faults[field]) : undefined
  }
  const text = (
    field: Exclude<EmployerField, 'community'>,
    rest: { exact?: boolean; type?: 'tel'; hint?: string | undefined } = {}
  ) => (
    <Field
      label={es(field)}
      name={field}
      autocomplete="off"
      maxLength={300}
      value={draft[field]}
      error={errorOf(field)}
      onValue={value => set({ [field]: value })}
      {...rest}
    />
  )
  const communities = workForm.value.value?.communities ?? []
  return (
    <WorkFrame title={es('register')} back={{ href: '#/employer', label: es('title') }}>
      <form class="work-form" noValidate onSubmit={event => void submit(event)} data-registration>
        {text('name')}
        {text('creditCode', { exact: true, hint: parseCreditCode(draft.creditCode).ok ? apply('creditCodeRight') : undefined })}
        <Select
          label={es('community')}
          error={errorOf('community')}
          value={draft.community}
          options={[
            { value: '', label: apply('chooseOne') },
            ...communities.map(one => ({ value: one.id, label: shownName(one) }))
          ]}
          onValue={community => set({ community })}
        />
        {text('address')}
        {text('legal')}
        {text('contact')}
        {text('contactPhone', { type: 'tel', exact: true })}
        {tries !== null && tries > 0 && <Notice tone="warn">{apply('trying', { tries })}</Notice>}
        {refusal !== null && employerFieldOf(refusal.path) === null && <Notice tone="error">{sayProblem(refusal.code)}</Notice>}
        <Button look="primary" type="submit" class="work-key" busy={tries !== null}>
          {es(tries === null ? 'register' : 'registering')}
        </Button>
      </form>
      <p class="small soft">{apply('keptClerk')}</p>
    </WorkFrame>
  )
}

/** null: registered, and its page is shown. */
async function register(draft: EmployerDraft, onTry: (tries: number) => void): Promise<Failure | null> {
  const body = JSON.stringify(registrationOf(draft))
  const bodies = [...draft.sent.filter(one => one !== body), body]
  employerDraft.set({ ...draft, sent: bodies })
  const outcome = await sendUntilAnswered(bodies, {
    post: one => registerEmployer({ ...JSON.parse(one), secret: draft.secret }),
    wait: seconds => new Promise(resolve => setTimeout(() => resolve(true), seconds * 1000)),
    onTry
  })
  if (outcome.kind === 'refused') return outcome.failure
  if (outcome.kind === 'answered') {
    const { id } = outcome.value
    keepEmployer({ id, secret: draft.secret, name: draft.name.trim() })
    employerDraft.set(null)
    replaceAddress(`#/employer/${id}`)
  }
  return null
}
