import { signal } from '@preact/signals'
import { type KnownPlate, meetPlate, PLATE_KEPT_MS } from './known-plates.ts'
import { PLATES_KEY } from './plates-key.ts'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Plates that were typed or scanned here in the last two days. */
export const knownPlates = signal<readonly KnownPlate[]>([])

export function recallPlates(storage: Store, nowMs: number): void {
  knownPlates.value = read(storage).filter(({ lastMs }) => lastMs >= nowMs - PLATE_KEPT_MS)
}

export function rememberPlate(storage: Store, plate: string, nowMs: number): void {
  knownPlates.value = meetPlate(knownPlates.value, plate, nowMs)
  try {
    storage.setItem(PLATES_KEY, JSON.stringify(knownPlates.value))
  } catch {
    // a full storage: they are offered until the page is closed
  }
}

function read(storage: Store): KnownPlate[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(PLATES_KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKnownPlate) : []
  } catch {
    return [] // another program wrote there
  }
}

const isKnownPlate = (value: unknown): value is KnownPlate =>
  typeof value === 'object' &&
  value !== null &&
  'plate' in value &&
  typeof value.plate === 'string' &&
  'times' in value &&
  Number.isInteger(value.times) &&
  'lastMs' in value &&
  Number.isFinite(value.lastMs)
