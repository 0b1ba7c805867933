import { useState } from 'preact/hooks'
import '../policies.css'
import type { CurrentPolicies, PolicyView } from '../../shared/schema/policies.ts'
import type { Me } from '../../shared/schema/session.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Empty, FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { endPolicy, readPolicies } from '../api/policies.ts'
import { PolicyForm } from '../parts/policy-form.tsx'
import { PolicyHistory } from '../parts/policy-history.tsx'
import { PolicyPreview } from '../parts/policy-preview.tsx'
import { ComingRules, PolicyTable, Signed } from '../parts/policy-table.tsx'
import { RuleList } from '../parts/rule-list.tsx'
import { known } from '../state/directory.ts'
import { policyOf, rulesAt, withEnd } from '../state/gate-rules.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useWrite } from '../state/use-write.ts'

/** Which gate's rules are being written; null: those of all gates. */
type Writing = { readonly gate: string | null }

export function PoliciesScreen({ me }: { me: Me }) {
  const { state, reload } = useAnswer('policies', readPolicies)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [signed, setSigned] = useState(0)
  const done = (): void => {
    setWriting(null)
    setSigned(signed + 1)
    void reload()
  }
  return (
    <div class="policies">
      <header class="page-head">
        <h1>{tp('policy.title')}</h1>
      </header>
      <p class="soft">{tp('policy.lead')}</p>
      {signed > 0 && writing === null && <Notice>{tp('policy.signed')}</Notice>}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={reload} />}
      {state.kind === 'ready' && writing === null && (
        <Rules me={me} current={state.value} onNew={gate => setWriting({ gate })} onDone={done} />
      )}
      {state.kind === 'ready' && writing !== null && (
        <PolicyForm
          me={me}
          views={state.value.policies}
          gate={writing.gate}
          inForce={rulesAt(state.value.policies, writing.gate ?? '', state.value.at).now}
          at={state.value.at}
          onDone={done}
          onCancel={() => setWriting(null)}
        />
      )}
      {writing === null && <PolicyHistory key={signed} />}
    </div>
  )
}

type RulesProps = { me: Me; current: CurrentPolicies; onNew: (gate: string | null) => void; onDone: () => void }

function Rules({ me, current: { policies, at }, onNew, onDone }: RulesProps) {
  const [ending, setEnding] = useState<PolicyView | null>(null)
  const gates = known()?.gates ?? []
  const general = rulesAt(policies, '', at)
  return (
    <>
      <section class="panel stack" data-general>
        <h2>{tp('policy.general')}</h2>
        <RuleList policy={general.now} />
        <Signed policy={general.now} />
        {general.coming.length > 0 && (
          <>
            <h3>{tp('policy.coming')}</h3>
            <ComingRules rules={general} onEnd={setEnding} />
          </>
        )}
        {me.role === 'administrator' && (
          <div class="button-row">
            <Button look="primary" onClick={() => onNew(null)}>
              {tp('policy.new')}
            </Button>
            {policies
              .filter(({ gates, effectiveFrom }) => gates === null && effectiveFrom > at)
              .map(view => (
                <Button key={view.id} onClick={() => setEnding(view)}>
                  {tp('policy.withdraw')}
                </Button>
              ))}
          </div>
        )}
      </section>
      {gates.length === 0 ? (
        <Empty title={tp('policy.noGates')} />
      ) : (
        <PolicyTable views={policies} gates={gates} at={at} onNew={onNew} onEnd={setEnding} />
      )}
      {ending && <EndDialog view={ending} views={policies} at={at} onDone={onDone} onClose={() => setEnding(null)} />}
    </>
  )
}

type EndProps = { view: PolicyView; views: readonly PolicyView[]; at: number; onDone: () => void; onClose: () => void }

function EndDialog({ view, views, at, onDone, onClose }: EndProps) {
  const { run, busy, failure } = useWrite(endPolicy(view.id), () => {
    onClose()
    onDone()
  })
  const gates = view.gates ?? (known()?.gates ?? []).map(({ id }) => id)
  return (
    <Dialog title={tp('policy.askEnd')} onClose={onClose}>
      <p>{tp('policy.endHelp')}</p>
      <PolicyPreview before={views.map(policyOf)} after={withEnd(views, view.id, at)} gates={gates} at={at} />
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        <Button look="danger" busy={busy} onClick={() => run({})}>
          {tp('policy.end')}
        </Button>
        <Button onClick={onClose}>{tc('action.cancel')}</Button>
      </div>
    </Dialog>
  )
}
