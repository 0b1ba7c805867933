import { useState } from 'preact/hooks'
import { tc } from '../../../ui/i18n/common.ts'
import { t } from '../../../ui/i18n/gate.ts'
import { tt } from '../../../ui/i18n/temperature.ts'
import { lastShown } from '../../state/follow-up.ts'
import { panel } from '../../state/panel.ts'
import { policyNow } from '../../state/policy-now.ts'
import type { Shown } from '../../state/shown.ts'
import { asksTemperature, isFever, readingText } from '../../temperature/reading.ts'
import { noteHighReading } from '../../temperature/high-readings.ts'
import { putAside, resting, takeBack } from '../../temperature/resting.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'
import { passageName } from '../flow/passage-name.ts'
import type { PanelProps } from '../panel-props.ts'
import { FirstFever, SecondFever } from './fever.tsx'
import { ReadingPad } from './reading-pad.tsx'
import { RestingList } from './resting-list.tsx'
import './temperature.css'

/** Asks for the temperature of the passage that stands, tells a high one what to do, and lists who is to be measured again. */
export function TemperaturePanel({ flow, onClose }: PanelProps) {
  const [chosen, setChosen] = useState<Shown | null>(null)
  const standing = flow.shown.value
  if (standing !== null && isFever(standing.decision)) return <Fever shown={standing} flow={flow} onClose={onClose} />
  const asked = standing !== null && asksTemperature(standing.decision) ? standing : chosen
  if (asked === null) return <Choice onMeasure={setChosen} onClose={onClose} />
  const measured = async (temperature: number): Promise<void> => {
    const isLogged = await flow.perform(scanner => scanner.goOn(asked, { temperature }))
    if (!isLogged) return // the notice says why; the passage still stands
    const before = resting.value.find(({ shown }) => shown.entry.number === asked.entry.number)
    if (before !== undefined) takeBack(before)
    setChosen(null)
    const next = flow.shown.value
    const isOver = next === null || !(asksTemperature(next.decision) || isFever(next.decision))
    if (isOver && panel.value === 'temperature') onClose() // else the next question is open already
  }
  const { temperature } = asked.entry
  return (
    <FlowPanel
      name="temperature"
      title={tt(temperature === null ? 'temperature.title' : 'temperature.again')}
      who={passageName(asked)}
    >
      {flow.notice.value !== null && <p class="flow-error">{t(flow.notice.value)}</p>}
      {temperature !== null && asksTemperature(asked.decision) && (
        <p class="flow-note">{tt('temperature.implausible', { reading: readingText(temperature) })}</p>
      )}
      <ReadingPad
        key={asked.entry.number}
        limit={policyNow(Date.now()).temperature.limit}
        onReading={tenths => void measured(tenths)}
        out={chosen === null ? tt('temperature.verdict') : tc('action.back')}
        onOut={onClose}
      />
    </FlowPanel>
  )
}

type FeverProps = Pick<PanelProps, 'flow' | 'onClose'> & { readonly shown: Shown }

function Fever({ shown, flow, onClose }: FeverProps) {
  const isSecond = noteHighReading(shown.entry)
  const next = (): void => {
    if (!isSecond) putAside(shown, performance.now())
    flow.dismiss()
    onClose()
  }
  const Screen = isSecond ? SecondFever : FirstFever
  // The verdict lies beneath: there it can be overridden with a reason.
  return <Screen shown={shown} onNext={next} onOverride={onClose} />
}

const Choice = ({ onMeasure, onClose }: { onMeasure: (shown: Shown) => void; onClose: () => void }) => {
  const last = lastShown.value
  return (
    <FlowPanel
      name="resting"
      title={tt('temperature.resting')}
      foot={
        <FlowKey name="close" onClick={onClose}>
          {tc('action.close')}
        </FlowKey>
      }
    >
      <RestingList last={last !== null && last.decision.verdict === 'PASS' ? last : null} onMeasure={onMeasure} />
    </FlowPanel>
  )
}
