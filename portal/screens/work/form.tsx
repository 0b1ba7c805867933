import { useEffect, useRef, useState } from 'preact/hooks'
import type { FieldFault } from '../../../ui/i18n/work-faults.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { Spinner } from '../../../ui/components/spinner.tsx'
import { normaliseNumber } from '../../../shared/identity/normalise.ts'
import { shownLanguage } from '../../state/shown-language.ts'
import { type Faults, faultsOf } from '../../work/check-fields.ts'
import { declarationOf, fieldOfPath } from '../../work/declaration.ts'
import type { DraftField, WorkDraft } from '../../work/draft.ts'
import { draftOf, keepDraft } from '../../work/kept.ts'
import { apply, onPage, sayProblem, term } from '../../work/say.ts'
import { refusals, send, sending, stopSending } from '../../work/sending.ts'
import { firstFaulty, type StepId, stepOfField, stepsOf } from '../../work/steps.ts'
import { loadForm, workForm } from '../../work/work-form.ts'
import { WorkFrame } from './frame.tsx'
import { StepBody } from './step-body.tsx'

/** Characters from which on a number is whole, so that what is wrong with it is said while it is still being typed. */
const WHOLE: Partial<Record<DraftField, number>> = { document: 18, creditCode: 18, phone: 11, proxyPhone: 11, companyPhone: 12 }

/** A form, one topic a screen. Every key press is kept; nothing is lost by closing the page. */
export function FormScreen({ draftKey, home }: { draftKey: string; home: string }) {
  useEffect(() => {
    loadForm().catch(console.error)
  }, [])
  const draft = draftOf(draftKey)
  const back = { href: home, label: apply('title') }
  if (draft === null)
    return (
      <WorkFrame title={apply('title')} back={back}>
        <Notice>{onPage('notHere')}</Notice>
      </WorkFrame>
    )
  return draft.isSending && sending.value[draftKey] !== undefined ? (
    <SendingScreen draft={draft} back={back} />
  ) : (
    <Steps draft={draft} back={back} />
  )
}

type Back = { href: string; label: string }

function SendingScreen({ draft, back }: { draft: WorkDraft; back: Back }) {
  const state = sending.value[draft.key]
  return (
    <WorkFrame title={apply('sending')} back={back}>
      <p class="loading" role="status">
        <Spinner /> {apply('sending')}
      </p>
      {state?.failure && (
        <Notice tone="warn">
          <p data-trying>{apply('trying', { tries: state.tries })}</p>
          <Button onClick={() => stopSending(draft.key)}>{apply('stopSending')}</Button>
        </Notice>
      )}
    </WorkFrame>
  )
}

function Steps({ draft, back }: { draft: WorkDraft; back: Back }) {
  const form = workForm.value.value
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const top = useRef<HTMLDivElement>(null)
  const steps = stepsOf(draft.mode, form?.photos ?? [])
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === draft.step)
  )
  const step = steps[at] as (typeof steps)[number]
  const ctx = { mode: draft.mode, now: Date.now() }
  const refusal = refusals.value[draft.key] ?? null
  const refused = refusal === null ? null : fieldOfPath(refusal.path)
  const all = faultsOf(step.fields, draft.fields, ctx)
  const shown = pick(
    all,
    field => tried.has(step.id) || (touched.has(field) && draft.fields[field] !== '') || isWhole(draft, field)
  )

  const set = (change: Partial<Record<DraftField, string>>): void =>
    keepDraft({ ...(draftOf(draft.key) ?? draft), fields: { ...draft.fields, ...change }, changedAt: Date.now() })
  const goTo = (id: StepId): void => {
    keepDraft({ ...(draftOf(draft.key) ?? draft), step: id })
    scrollTo({ top: 0 })
    top.current?.focus()
  }
  // What the service refused is shown where it was typed.
  useEffect(() => {
    const place = refused === null ? null : stepOfField(steps, refused)
    if (place !== null && place !== step.id) goTo(place)
  }, [refusal])
  const next = (event: Event): void => {
    event.preventDefault()
    setTried(new Set([...tried, step.id]))
    const following = steps[at + 1]?.id
    const faulty = step.id === 'check' ? firstFaulty(steps, draft.fields, ctx) : null
    if (faulty !== null) setTried(new Set([...tried, faulty]))
    if (Object.keys(all).length > 0) focusFirstWrong(top.current)
    else if (faulty !== null) goTo(faulty)
    else if (following !== undefined) goTo(following)
    else void send(draft.key, bodyOf(draft))
  }
  const touch = (event: FocusEvent): void => {
    const { name = '' } = event.target as HTMLInputElement
    if (name !== '') setTouched(new Set([...touched, name]))
  }
  return (
    <WorkFrame title={apply(`step.${step.id}`)} back={back}>
      <p class="soft numbers" ref={top} tabIndex={-1}>
        {apply('step', { at: at + 1, all: steps.length })}
        <progress class="work-progress" value={at + 1} max={steps.length} />
      </p>
      <Lead draft={draft} isFirst={at === 0} />
      {refusal !== null && (
        <Notice tone="error">
          <p data-refusal={refusal.code}>
            {apply('refused')} {sayProblem(refusal.code)}
          </p>
        </Notice>
      )}
      <form class="work-form" noValidate onSubmit={next} onFocusOut={touch} data-step={step.id}>
        <StepBody step={step.id} draft={draft} form={form} faults={shown} set={set} goTo={goTo} />
        <div class="work-foot">
          {at > 0 && <Button onClick={() => goTo((steps[at - 1] as (typeof steps)[number]).id)}>{term('back')}</Button>}
          <Button look="primary" type="submit" class="work-next" data-next>
            {step.id !== 'check' ? term('next') : apply(draft.mode.kind === 'answer' ? 'submitAnswer' : 'submit')}
          </Button>
        </div>
      </form>
      <p class="small soft">{apply(draft.mode.kind === 'clerk' ? 'keptClerk' : 'kept')}</p>
    </WorkFrame>
  )
}

function Lead({ draft: { mode }, isFirst }: { draft: WorkDraft; isFirst: boolean }) {
  if (mode.kind === 'clerk') return <Notice>{apply('clerk')}</Notice>
  if (mode.kind === 'invited' && isFirst) return <Notice>{apply('invited', { employer: mode.employer })}</Notice>
  if (mode.kind === 'answer')
    return (
      <Notice>
        <strong>{onPage('question')}</strong>
        <p class="words">{mode.question}</p>
      </Notice>
    )
  return null
}

function bodyOf({ fields, mode }: WorkDraft): string {
  const declaration = declarationOf(fields, mode, shownLanguage.value)
  const answer = fields.answer.trim()
  return JSON.stringify(mode.kind === 'answer' ? { text: answer === '' ? null : answer, declaration } : declaration)
}

const isWhole = ({ fields }: WorkDraft, field: DraftField): boolean =>
  normaliseNumber(fields[field]).length >= (WHOLE[field] ?? Number.POSITIVE_INFINITY)

const pick = (faults: Faults, isShown: (field: DraftField) => boolean): Faults =>
  Object.fromEntries((Object.entries(faults) as [DraftField, FieldFault][]).filter(([field]) => isShown(field))) as Faults

/** After the faults have been drawn. */
const focusFirstWrong = (place: HTMLElement | null): void => {
  requestAnimationFrame(() =>
    (
      place?.parentElement?.querySelector('[aria-invalid="true"], .field-error:not(:empty)') as HTMLElement | null
    )?.scrollIntoView({
      block: 'center'
    })
  )
}
