import { signal } from '@preact/signals'

/** What can lie over the scan screen, one at a time. */
export const PANELS = [
  'menu',
  'roster',
  'shift',
  'temperature',
  'vehicle',
  'visitor',
  'drill',
  'carry',
  'show',
  'exchange',
  'receive'
] as const
export type PanelName = (typeof PANELS)[number]

export const panel = signal<PanelName | null>(null)
export const openPanel = (name: PanelName): void => {
  panel.value = name
}
export const closePanel = (): void => {
  panel.value = null
}
