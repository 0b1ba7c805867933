import { useState } from 'preact/hooks'
import { maskName } from '../../../shared/mask/name.ts'
import type { NewVisitorPass } from '../../../shared/schema/visitor-passes.ts'
import { PURPOSES } from '../../../shared/log/entry.ts'
import { HEALTH_ANSWERS } from '../../../shared/visitor/visitor-record.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { tvis } from '../../../ui/i18n/visitor.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { identity, trust } from '../../state/gate-state.ts'
import { panel } from '../../state/panel.ts'
import { policyNow } from '../../state/policy-now.ts'
import { asksForHost } from '../../visitor/visitor-question.ts'
import { sealVisitor } from '../../visitor/seal-visitor.ts'
import { emptyForm, type FormField, readForm, type VisitorForm } from '../../visitor/visitor-form.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'
import type { PanelProps } from '../panel-props.ts'
import { AnswerKeys, TextField } from './visitor-fields.tsx'
import { VisitorAdmit } from './visitor-admit.tsx'
import { VisitorPassScreen } from './visitor-pass.tsx'
import './visitor.css'

const WORDED = ['name', 'phone', 'document', 'health'] as const
type Worded = (typeof WORDED)[number]
const isWorded = (field: FormField): field is Worded => (WORDED as readonly string[]).includes(field)

/** China has one time zone: UTC+8. */
const dayNow = (): { year: number; month: number; day: number } => {
  const local = new Date(serverTimeOf(Date.now()) + 8 * 3_600_000)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** Somebody without a code: written down, sealed, logged, and then decided like everybody else. */
export function VisitorPanel({ flow, onClose }: PanelProps) {
  const [form, setForm] = useState<VisitorForm>(() => emptyForm(identity.value?.device ?? ''))
  const [wrong, setWrong] = useState<FormField | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [wish, setWish] = useState<NewVisitorPass | null>(null)
  const standing = flow.shown.value
  if (wish !== null && standing === null) return <VisitorPassScreen wish={wish} onClose={onClose} />
  if (standing !== null && asksForHost(standing.decision, policyNow(Date.now()))) {
    const admit = async (withPass: boolean): Promise<void> => {
      const { document } = form
      const holder = { name: form.name, ...(document.trim() === '' ? {} : { document }) }
      if (withPass) setWish({ ...holder, gate: standing.entry.gate })
      await flow.override(tvis('visitor.confirmed'))
      if (!withPass && flow.shown.value === null) onClose()
    }
    const refuse = (): void => {
      flow.dismiss()
      onClose()
    }
    return (
      <VisitorAdmit who={maskName(form.name)} onAdmit={withPass => void admit(withPass)} onRefuse={refuse} onVerdict={onClose} />
    )
  }
  const set = (field: FormField) => (value: string) => {
    setForm(before => ({ ...before, [field]: value }))
    setWrong(null)
  }
  const register = async (): Promise<void> => {
    const read = readForm(form, dayNow())
    if (!read.ok) return setWrong(read.failure.field)
    const key = trust.value?.sealingKey ?? null
    if (key === null) return setProblem(tvis('visitor.noKey'))
    const { record, plate } = read.value
    const sealed = await sealVisitor(record, key)
    const passage = { method: 'visitor', presented: 'visitor', purpose: record.purpose, plate, sealed } as const
    if (!(await flow.perform(scanner => scanner.record(passage)))) return setProblem(tvis('visitor.failed'))
    const next = flow.shown.value
    const isAsked = next !== null && asksForHost(next.decision, policyNow(Date.now()))
    if (!isAsked && panel.value === 'visitor') onClose()
  }
  const errorOf = (field: FormField): string | null =>
    wrong !== field ? null : tvis(isWorded(field) ? `visitor.wrong.${field}` : 'visitor.wrong.other')
  const field = (name: Exclude<FormField, 'purpose' | 'health' | 'device'>, mode?: 'tel' | 'numeric') => (
    <TextField
      label={tvis(`visitor.${name}`)}
      name={name}
      value={form[name]}
      mode={mode}
      error={errorOf(name)}
      onValue={set(name)}
    />
  )
  return (
    <FlowPanel
      name="visitor"
      title={tvis('visitor.title')}
      foot={
        <>
          <FlowKey name="back" onClick={onClose}>
            {tc('action.cancel')}
          </FlowKey>
          <FlowKey name="register" isMain onClick={() => void register()}>
            {tvis('visitor.do')}
          </FlowKey>
        </>
      }
    >
      <div class="visitor-form">
        <p class="visitor-sealed">{tvis('visitor.sealed')}</p>
        {problem !== null && <p class="flow-error">{problem}</p>}
        <div class="visitor-pair">
          {field('name')}
          {field('phone', 'tel')}
        </div>
        {field('document')}
        <div class="visitor-row">
          {field('building')}
          {field('unit')}
          {field('room')}
        </div>
        <div class="visitor-pair">
          {field('host')}
          {field('plate')}
        </div>
        <AnswerKeys
          title={tvis('visitor.purpose')}
          answers={PURPOSES}
          word={answer => tvis(`purpose.${answer}`)}
          chosen={form.purpose}
          error={errorOf('purpose')}
          onChoose={set('purpose')}
        />
        <AnswerKeys
          title={tvis('visitor.health')}
          answers={HEALTH_ANSWERS}
          word={answer => tvis(`healthAnswer.${answer}`)}
          chosen={form.health}
          error={errorOf('health')}
          onChoose={set('health')}
        />
      </div>
    </FlowPanel>
  )
}
