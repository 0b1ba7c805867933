import type { DeviceHealth } from '../../shared/schema/device-health.ts'

/** Beyond this the window of validity at the gate is felt. */
const CLOCK_WARN_MS = 60_000

export const isClockWrong = ({ offsetMs }: Pick<DeviceHealth, 'offsetMs'>): boolean =>
  offsetMs !== null && Math.abs(offsetMs) >= CLOCK_WARN_MS

export const isTroubled = (device: DeviceHealth): boolean =>
  device.missingRanges.length > 0 || device.broken > 0 || device.quarantined > 0 || isClockWrong(device)

export type HealthFilter = { readonly site: string; readonly show: string }

export const filtered = (devices: readonly DeviceHealth[], { site, show }: HealthFilter): DeviceHealth[] =>
  devices.filter(device => (site === '' || String(device.site) === site) && (show !== 'trouble' || isTroubled(device)))
