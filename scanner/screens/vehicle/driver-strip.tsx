import { useEffect } from 'preact/hooks'
import { tv } from '../../../ui/i18n/vehicle.ts'
import type { VerdictFlow } from '../../state/verdict-flow.ts'
import { type AwaitedDriver, countPassengers, stopAwaitingDriver } from '../../vehicle/awaited-driver.ts'
import { FlowKey } from '../flow/flow-panel.tsx'
import './vehicle.css'

type Props = { readonly awaited: AwaitedDriver; readonly flow: VerdictFlow }

const COUNTS = [0, 1, 2, 3]

/** Below the camera after a vehicle pass: the next code is the driver's, passengers by one tap, and done without either. */
export function DriverStrip({ awaited, flow }: Props) {
  const { vehicle, passengers, untilMs } = awaited
  const finish = async (): Promise<void> => {
    stopAwaitingDriver()
    if (passengers !== null) await flow.perform(scanner => scanner.goOn(vehicle, { passengers }))
  }
  useEffect(() => {
    const timer = setTimeout(() => void finish(), Math.max(0, untilMs - Date.now()))
    return () => clearTimeout(timer)
  }, [untilMs])
  const count = (next: number): void => countPassengers(next, Date.now())
  return (
    <section class="vehicle-strip" data-strip="driver" aria-live="polite">
      {vehicle.decision.notices.map(({ prefix, notice }) => (
        <p key={prefix} class="flow-watch">
          {notice}
        </p>
      ))}
      <p class="flow-note">
        {vehicle.decision.pass?.label} · {tv('vehicle.driver')}
      </p>
      <fieldset class="vehicle-strip-keys">
        <legend>{tv('vehicle.passengers')}</legend>
        {COUNTS.map(each => (
          <FlowKey key={each} name={`passengers-${each}`} isPressed={passengers === each} onClick={() => count(each)}>
            {each}
          </FlowKey>
        ))}
        <FlowKey
          name="passengers-more"
          label={tv('vehicle.more')}
          isPressed={passengers !== null && passengers > 3}
          onClick={() => count(Math.max(4, (passengers ?? 3) + 1))}
        >
          {passengers !== null && passengers > 3 ? `${passengers}＋` : '＋'}
        </FlowKey>
      </fieldset>
      <FlowKey name="driver-done" isMain onClick={() => void finish()}>
        {tv('vehicle.done')}
      </FlowKey>
    </section>
  )
}
