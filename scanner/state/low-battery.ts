import { signal } from '@preact/signals'

/** Below this a phone in the cold may go dark at any moment. */
const LOW = 0.2

type Battery = EventTarget & { readonly level: number; readonly charging: boolean }

/** A browser's `navigator`, whose types do not know of it. */
export type BatteryTeller = { readonly getBattery?: () => Promise<Battery> }

/** False where the browser does not tell. */
export const isBatteryLow = signal(false)

/** Follows the battery, in the browsers that let a page see it. */
export async function watchBattery(from: BatteryTeller): Promise<void> {
  const battery = await from.getBattery?.().catch(() => undefined)
  if (battery === undefined) return
  const look = (): void => {
    isBatteryLow.value = battery.level <= LOW && !battery.charging
  }
  battery.addEventListener('levelchange', look)
  battery.addEventListener('chargingchange', look)
  look()
}
