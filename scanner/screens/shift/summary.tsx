import type { HandoverCounts, OpenMatter } from '../../../shared/schema/records.ts'
import { td } from '../../../ui/i18n/duty.ts'
import { formatTime } from '../../../ui/i18n/format.ts'
import { say } from '../../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../../ui/i18n/reasons.ts'

export const Counts = ({ counts }: { counts: HandoverCounts }) => (
  <>
    <dl class="shift-counts">
      <Count name={td('hand.in')} value={counts.in} />
      <Count name={td('hand.out')} value={counts.out} />
      <Count name={td('hand.admitted')} value={counts.admitted} />
      <Count name={td('hand.refused')} value={counts.refused.reduce((sum, { count }) => sum + count, 0)} />
      <Count name={td('hand.overrides')} value={counts.overrides} />
    </dl>
    <ul class="shift-list">
      {counts.refused.map(({ reason, count }) => (
        <li key={reason} class="numbers">
          {count} × {say(REASON_SENTENCES[reason])}
        </li>
      ))}
    </ul>
  </>
)

const Count = ({ name, value }: { name: string; value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

/** Who may still stand aside, by the entry that stopped them: a phone knows no names. */
export const OpenMatters = ({ open }: { open: readonly OpenMatter[] }) => (
  <>
    <h3>{open.length === 0 ? td('hand.noOpen') : td('hand.open', { count: open.length })}</h3>
    <ul class="shift-list">
      {open.map(({ number, at, reason, serial }) => (
        <li key={number} class="numbers">
          {td('hand.case', { time: formatTime(at, 'time'), number })}
          {serial !== null && ` · ${serial}`}
          <br />
          {say(REASON_SENTENCES[reason])}
        </li>
      ))}
    </ul>
  </>
)
