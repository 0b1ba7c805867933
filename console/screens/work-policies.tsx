import { useState } from 'preact/hooks'
import type { WorkPolicyView } from '../../shared/schema/work-review.ts'
import type { Me } from '../../shared/schema/session.ts'
import { FIRST_WORK_POLICY, type WorkRules } from '../../shared/work/policy.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { addWorkPolicy, readWorkPolicies } from '../api/work.ts'
import { Form } from '../parts/form.tsx'
import { useAnswer } from '../state/use-answer.ts'
import { useForm } from '../state/use-form.ts'
import { CardRules, CheckRules, RulesWhen, TimeRules } from '../work/rules-fields.tsx'
import { checkRules, newRulesOf, type RulesForm, rulesFormOf } from '../work/rules-form.ts'
import { RulesChanges, RulesList, RulesSigned } from '../work/rules-list.tsx'
import { WorkTabs } from '../work/work-tabs.tsx'
import '../policies.css'
import '../work/work.css'

/** What counts now, what comes and what was; administrators make new rules. */
export function WorkPoliciesScreen({ me }: { me: Me }) {
  const { state, reload } = useAnswer('work policies', readWorkPolicies)
  const [mode, setMode] = useState<'view' | 'write' | 'saved'>('view')
  const items = state.kind === 'ready' ? state.value.items : []
  const now = items.find(({ isInForce }) => isInForce) ?? null
  const done = (): void => {
    setMode('saved')
    void reload(true)
  }
  return (
    <div class="work-page">
      <WorkTabs at="policies" />
      <header class="page-head">
        <h1>{tw('rules.title')}</h1>
      </header>
      <p class="soft">{tw('rules.lead')}</p>
      {mode === 'saved' && <Notice>{tw('rules.saved')}</Notice>}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && mode === 'write' && (
        <RulesEditor first={now ?? FIRST_WORK_POLICY} onDone={done} onCancel={() => setMode('view')} />
      )}
      {state.kind === 'ready' && mode !== 'write' && (
        <>
          <section class="panel stack" data-rules-now>
            <h2>{tw('rules.now')}</h2>
            <RulesList rules={now ?? FIRST_WORK_POLICY} />
            {now === null ? <p class="soft small">{tw('rules.builtIn')}</p> : <RulesSigned policy={now} />}
            {me.role === 'administrator' ? (
              <Button look="primary" onClick={() => setMode('write')} data-new-rules>
                {tw('rules.new')}
              </Button>
            ) : (
              <p class="soft small">{tw('rules.adminOnly')}</p>
            )}
          </section>
          <Others items={items} now={now} />
        </>
      )}
    </div>
  )
}

/** Those to come above those that were; what is not in force and begins later than what is, is to come. */
function Others({ items, now }: { items: readonly WorkPolicyView[]; now: WorkPolicyView | null }) {
  const others = items.filter(({ isInForce }) => !isInForce)
  const isComing = ({ effectiveFrom }: WorkPolicyView): boolean => now === null || effectiveFrom > now.effectiveFrom
  const parts = [
    ['rules.coming', others.filter(isComing).toReversed()],
    ['rules.history', others.filter(one => !isComing(one))]
  ] as const
  return (
    <>
      {parts.map(
        ([title, policies]) =>
          policies.length > 0 && (
            <section key={title} class="panel stack">
              <h2>{tw(title)}</h2>
              <ul class="rows">
                {policies.map(policy => (
                  <li key={policy.id}>
                    <details class="history-rules">
                      <summary>
                        {tw('rules.days', { count: policy.validityDays })} · <RulesSigned policy={policy} />
                      </summary>
                      <RulesList rules={policy} />
                    </details>
                  </li>
                ))}
              </ul>
            </section>
          )
      )}
    </>
  )
}

const isRight = (values: RulesForm): boolean => Object.keys(checkRules(values, Date.now())).length === 0

type EditorProps = { first: WorkRules | WorkPolicyView; onDone: () => void; onCancel: () => void }

/** Begins with what is in force, because most new rules change one thing. */
function RulesEditor({ first, onDone, onCancel }: EditorProps) {
  const { values, field, set, frame } = useForm({
    first: rulesFormOf(first),
    check: values => checkRules(values, Date.now()),
    body: newRulesOf,
    write: addWorkPolicy,
    onDone
  })
  return (
    <Form
      {...frame}
      class="policy-form"
      submit={tw('rules.save')}
      extra={<Button onClick={onCancel}>{tw('action.cancel')}</Button>}
    >
      <RulesWhen field={field} set={set} now={Date.now()} />
      <div class="policy-rules">
        <CardRules field={field} />
        <CheckRules field={field} />
        <TimeRules field={field} />
      </div>
      <section class="panel stack" aria-live="polite">
        <h3>{tw('rules.changes')}</h3>
        {isRight(values) ? <RulesChanges before={first} after={newRulesOf(values)} /> : <p class="soft">{tw('rules.wrong')}</p>}
      </section>
    </Form>
  )
}
