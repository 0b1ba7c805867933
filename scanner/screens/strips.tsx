import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { VerdictFlow } from '../state/verdict-flow.ts'
import { resting } from '../temperature/resting.ts'
import { type AwaitedDriver, awaitedDriver } from '../vehicle/awaited-driver.ts'
import { preloadPanel } from './panels.tsx'

/** What is needed a moment after the first verdict is fetched once the camera had its time. */
const PRELOAD_AFTER_MS = 2_000

/** What is still to be done below the tools: people to be measured again, a vehicle's driver. */
export function Strips({ flow }: { flow: VerdictFlow }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      preloadPanel('temperature')
      preloadPanel('vehicle')
    }, PRELOAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const awaited = awaitedDriver.value
  const Resting = useLater(resting.value.length > 0, loadResting)
  const Driver = useLater(awaited !== null, loadDriver)
  return (
    <>
      {Resting !== null && <Resting />}
      {Driver !== null && awaited !== null && <Driver awaited={awaited} flow={flow} />}
    </>
  )
}

const loadResting = async () => (await import('./temperature/resting-strip.tsx')).RestingStrip
const loadDriver = async (): Promise<ComponentType<{ awaited: AwaitedDriver; flow: VerdictFlow }>> =>
  (await import('./vehicle/driver-strip.tsx')).DriverStrip

/** A component while it is needed, from when it has come; null otherwise. */
function useLater<P>(isNeeded: boolean, load: () => Promise<ComponentType<P>>): ComponentType<P> | null {
  const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null)
  useEffect(() => {
    if (isNeeded) load().then(component => setLoaded(() => component), console.error)
  }, [isNeeded])
  return isNeeded ? Loaded : null
}
