import { useEffect } from 'preact/hooks'
import { formatCountdown } from '../../../ui/i18n/format.ts'
import { tt } from '../../../ui/i18n/temperature.ts'
import { openPanel } from '../../state/panel.ts'
import { restLeftMs, resting } from '../../temperature/resting.ts'
import { passageName } from '../flow/passage-name.ts'
import { useClock } from '../flow/use-clock.ts'
import '../flow/flow.css'

/** In sight while somebody sits aside: how long still, or that it is time. */
export function RestingStrip() {
  const now = useClock()
  const all = resting.value
  const ready = all.find(each => restLeftMs(each, now) === 0)
  const isReady = ready !== undefined
  useEffect(() => {
    if (isReady) navigator.vibrate?.([200, 100, 200])
  }, [isReady])
  const shortest = Math.min(...all.map(each => restLeftMs(each, now)))
  return (
    <button type="button" class="flow-strip numbers" data-strip="resting" onClick={() => openPanel('temperature')}>
      {ready === undefined
        ? tt('temperature.strip', { count: all.length, time: formatCountdown(Math.ceil(shortest / 1000)) })
        : tt('temperature.stripReady', { who: passageName(ready.shown) })}
    </button>
  )
}
