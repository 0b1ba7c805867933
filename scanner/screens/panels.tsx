import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'
import { closePanel, type PanelName, panel } from '../state/panel.ts'
import type { PanelProps } from './panel-props.ts'

type Loaded = ComponentType<PanelProps>

/** Each is loaded when it is first opened: the first page stays small, and the service worker keeps all of them. */
const LOADERS: Readonly<Record<PanelName, () => Promise<Loaded>>> = {
  drill: async () => (await import('./drill/drill-panel.tsx')).DrillPanel,
  carry: async () => (await import('./carry/carry-panel.tsx')).CarryPanel,
  show: async () => (await import('./carry/show-panel.tsx')).ShowPanel,
  exchange: async () => (await import('./carry/show-panel.tsx')).ExchangePanel,
  receive: async () => (await import('./carry/receive-panel.tsx')).ReceivePanel,
  menu: async () => (await import('./menu.tsx')).MenuDialog,
  roster: async () => (await import('./roster/roster-panel.tsx')).RosterPanel,
  shift: async () => (await import('./shift/shift-panel.tsx')).ShiftPanel,
  visitor: async () => (await import('./visitor/visitor-panel.tsx')).VisitorPanel,
  vehicle: async () => (await import('./vehicle/vehicle-panel.tsx')).VehiclePanel,
  temperature: async () => (await import('./temperature/temperature-panel.tsx')).TemperaturePanel
}

const loaded = new Map<PanelName, Loaded>()
const load = async (name: PanelName): Promise<void> => {
  if (!loaded.has(name)) loaded.set(name, await LOADERS[name]())
}

/** So that it is there at once when it is needed. */
export const preloadPanel = (name: PanelName): void => {
  load(name).catch(console.error)
}

/** The panel that is open over the scan screen, if one is. */
export function OpenPanel({ camera, flow }: Omit<PanelProps, 'onClose'>) {
  const name = panel.value
  const [, setLoaded] = useState(0)
  useEffect(() => {
    if (name === null || loaded.has(name)) return
    load(name).then(() => setLoaded(loaded.size), console.error)
  }, [name])
  if (name === null) return null
  const Panel = loaded.get(name)
  return Panel === undefined ? <Loading /> : <Panel camera={camera} flow={flow} onClose={closePanel} />
}
