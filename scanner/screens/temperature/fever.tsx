import { tt } from '../../../ui/i18n/temperature.ts'
import { isOnline } from '../../state/gate-state.ts'
import type { Shown } from '../../state/shown.ts'
import { readingText } from '../../temperature/reading.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'
import { passageName } from '../flow/passage-name.ts'
import { Thermometer } from './thermometer.tsx'

type Props = { readonly shown: Shown; readonly onNext: () => void; readonly onOverride: () => void }

const readingOfEntry = ({ entry }: Shown): string => readingText(entry.temperature ?? 0)

/** The first high reading: aside for five minutes, and the queue goes on. */
export const FirstFever = ({ shown, onNext, onOverride }: Props) => (
  <FlowPanel
    name="fever-first"
    tone="fever"
    title={tt('temperature.high', { reading: readingOfEntry(shown) })}
    who={passageName(shown)}
    foot={
      <div class="flow-foot-stacked">
        <FlowKey name="rest" isMain onClick={onNext}>
          {tt('temperature.startRest')}
        </FlowKey>
        <FlowKey name="override" onClick={onOverride}>
          {tt('temperature.override')}
        </FlowKey>
      </div>
    }
  >
    <div class="temperature-fever">
      <Thermometer />
      <p class="temperature-big">{tt('temperature.rest')}</p>
    </div>
  </FlowPanel>
)

/** The second one: nobody decides this at the gate. */
export const SecondFever = ({ shown, onNext, onOverride }: Props) => (
  <FlowPanel
    name="fever-second"
    tone="stop"
    title={tt('temperature.second', { reading: readingOfEntry(shown) })}
    who={passageName(shown)}
    foot={
      <div class="flow-foot-stacked">
        <FlowKey name="next" isMain onClick={onNext}>
          {tt('temperature.next')}
        </FlowKey>
        <FlowKey name="override" onClick={onOverride}>
          {tt('temperature.override')}
        </FlowKey>
      </div>
    }
  >
    <div class="temperature-fever">
      <Thermometer />
      <p class="temperature-big">{tt('temperature.stop')}</p>
      <p class="flow-note">{isOnline.value ? tt('temperature.told') : tt('temperature.untold')}</p>
    </div>
  </FlowPanel>
)
