import { formatCountdown } from '../../../ui/i18n/format.ts'
import { tt } from '../../../ui/i18n/temperature.ts'
import type { Shown } from '../../state/shown.ts'
import { type Resting, restLeftMs, resting, takeBack } from '../../temperature/resting.ts'
import { FlowKey } from '../flow/flow-panel.tsx'
import { passageName } from '../flow/passage-name.ts'
import { useClock } from '../flow/use-clock.ts'

type Props = { readonly last: Shown | null; readonly onMeasure: (shown: Shown) => void }

/** Who sits aside, and who has sat long enough; below it, whoever passed last. */
export function RestingList({ last, onMeasure }: Props) {
  const now = useClock()
  return (
    <>
      {resting.value.length === 0 && <p class="flow-note">{tt('temperature.none')}</p>}
      <ul class="temperature-rests">
        {resting.value.map(each => (
          <RestingItem key={each.shown.entry.number} resting={each} nowMs={now} onMeasure={onMeasure} />
        ))}
      </ul>
      {last !== null && (
        <FlowKey name="last" onClick={() => onMeasure(last)}>
          {tt('temperature.last', { who: passageName(last) })}
        </FlowKey>
      )}
    </>
  )
}

function RestingItem({ resting: one, nowMs, onMeasure }: { resting: Resting; nowMs: number; onMeasure: Props['onMeasure'] }) {
  const left = restLeftMs(one, nowMs)
  return (
    <li>
      <FlowKey name="again" isMain={left === 0} disabled={left > 0} onClick={() => onMeasure(one.shown)}>
        {passageName(one.shown)}
        <small class="numbers">
          {left > 0 ? tt('temperature.left', { time: formatCountdown(Math.ceil(left / 1000)) }) : tt('temperature.ready')}
        </small>
      </FlowKey>
      <FlowKey name="gone" onClick={() => takeBack(one)}>
        {tt('temperature.gone')}
      </FlowKey>
    </li>
  )
}
