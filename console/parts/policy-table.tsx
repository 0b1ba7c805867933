import type { GatePolicy } from '../../shared/gate/policy.ts'
import { differingFields } from '../../shared/gate/preview.ts'
import type { GateView } from '../../shared/schema/directory.ts'
import type { PolicyView } from '../../shared/schema/policies.ts'
import { Button } from '../../ui/components/button.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { siteName } from '../state/directory.ts'
import { type GateRules, rulesAt, viewOf } from '../state/gate-rules.ts'
import { RuleList } from './rule-list.tsx'
import { Cell, Table } from './table.tsx'

type Acts = { onNew: (gate: string) => void; onEnd: (view: PolicyView) => void }
type Props = Acts & { views: readonly PolicyView[]; gates: readonly GateView[]; at: number }

/** Every gate with what is in force now and what comes. */
export const PolicyTable = ({ views, gates, at, ...acts }: Props) => (
  <Table caption={tp('policy.title')} heads={[tp('policy.gate'), tp('policy.now'), tp('policy.coming'), '']}>
    {gates.map(gate => (
      <tr key={gate.id} data-gate={gate.id}>
        <Cell label={tp('policy.gate')} main>
          {siteName(gate.site)} · {nameOf(gate)}
        </Cell>
        <GateCells rules={rulesAt(views, gate.id, at)} {...acts} />
      </tr>
    ))}
  </Table>
)

const GateCells = ({ rules, onNew, onEnd }: Acts & { rules: GateRules }) => (
  <>
    <Cell label={tp('policy.now')}>
      <NowRules {...rules} />
    </Cell>
    <Cell label={tp('policy.coming')}>
      <ComingRules rules={rules} onEnd={onEnd} isGate />
    </Cell>
    <Cell label="">
      <div class="button-row policy-acts">
        <Button onClick={() => onNew(rules.gate)}>{tp('policy.new')}</Button>
        <EndButton policy={rules.now} word={tp('policy.end')} onEnd={onEnd} />
      </div>
    </Cell>
  </>
)

function NowRules({ now, general }: GateRules) {
  if (now.gates === null) return <span class="soft">{tp('policy.sameAsGeneral')}</span>
  const fields = differingFields(general, now)
  return (
    <div class="stack">
      <strong>{tp('policy.own')}</strong>
      {fields.length === 0 ? <p class="soft">{tp('policy.noDifference')}</p> : <RuleList policy={now} fields={fields} />}
      <Signed policy={now} />
    </div>
  )
}

type ComingProps = { rules: Pick<GateRules, 'now' | 'coming'>; onEnd: Acts['onEnd']; isGate?: boolean }

/** `isGate`: what is planned for all gates stands above the table and is not said again in every row. */
export function ComingRules({ rules, onEnd, isGate = false }: ComingProps) {
  const isPlannedForAll = isGate && rules.now.gates === null && rules.coming.every(({ policy }) => policy.gates === null)
  if (rules.coming.length > 0 && isPlannedForAll) return <span class="soft">{tp('policy.sameAsGeneral')}</span>
  if (rules.coming.length === 0) return <span class="soft">{tp('policy.none')}</span>
  return (
    <>
      {rules.coming.map(({ from, policy }, index) => (
        <div key={from} class="stack">
          <strong class="numbers">{tp('policy.from', { time: formatTime(from * 1000, 'dateTime') })}</strong>
          <RuleList policy={policy} fields={differingFields(rules.coming[index - 1]?.policy ?? rules.now, policy)} />
          {policy.gates !== null && <EndButton policy={policy} word={tp('policy.withdraw')} onEnd={onEnd} />}
        </div>
      ))}
    </>
  )
}

/** Only rules that name gates are ended in their rows; the general ones in theirs. */
function EndButton({ policy, word, onEnd }: { policy: GatePolicy; word: string; onEnd: Acts['onEnd'] }) {
  const view = viewOf(policy)
  if (view === null || !view.isOwn || view.gates === null) return null
  return <Button onClick={() => onEnd(view)}>{word}</Button>
}

/** Since when, until when, by whom and why. */
export function Signed({ policy }: { policy: GatePolicy }) {
  const view = viewOf(policy)
  if (view === null) return <p class="soft small">{tp('policy.default')}</p>
  const time = (seconds: number): string => formatTime(seconds * 1000, 'dateTime')
  const words = [
    view.effectiveFrom > 0 ? tp('policy.from', { time: time(view.effectiveFrom) }) : tp('policy.default'),
    view.effectiveUntil === null ? '' : tp('policy.until', { time: time(view.effectiveUntil) }),
    view.createdBy === '' ? '' : tp('policy.by', { name: view.createdBy }),
    view.note
  ]
  return <p class="soft small">{words.filter(word => word !== '').join(' · ')}</p>
}
