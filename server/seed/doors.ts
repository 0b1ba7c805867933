import type { Address } from '../../shared/register/address.ts'
import type { Random } from './random.ts'

/** Doors of an invented compound, from the first on: buildings of some units, floors and flats. */
export function* doorsOf(random: Random): Generator<Address> {
  for (let building = 1; ; building++) {
    const units = 1 + random.below(4)
    const floors = random.pick([6, 6, 11, 18, 26])
    const flats = random.pick([2, 2, 3, 4])
    for (let unit = 1; unit <= units; unit++)
      for (let floor = 1; floor <= floors; floor++)
        for (let flat = 1; flat <= flats; flat++)
          yield { building: String(building), unit: String(unit), room: `${floor}0${flat}` }
  }
}
