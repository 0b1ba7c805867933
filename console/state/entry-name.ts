import type { EntryView } from '../../shared/schema/gate.ts'
import { tv } from '../../ui/i18n/vehicle.ts'

type Named = Pick<EntryView, 'label' | 'plate' | 'vehicleClass'>

/**
 * Whom or what an entry is about: the holder, the plate that was typed, else the class of a vehicle that was let through
 * as one. null: none is known.
 */
export const shownAs = ({ label, plate, vehicleClass }: Named): string | null => {
  const known = [label, plate].filter((one): one is string => one !== null && one !== '')
  if (known.length > 0) return [...new Set(known)].join(' · ')
  return vehicleClass === null ? null : `${tv('vehicle.title')} · ${tv(`vehicle.class.${vehicleClass}`)}`
}
