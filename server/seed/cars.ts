import type { VehicleWrite } from '../ports/register-storage.ts'
import type { Random } from './random.ts'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const OTHER_PROVINCES = ['豫A', '京N', '冀A', '苏A', '鄂A'] as const
const SHARE_NEW_ENERGY = 0.08
const SHARE_OTHER_PROVINCE = 0.03

/** Plates that follow each other, so that none comes twice. */
export function carMaker(random: Random): () => VehicleWrite {
  let cars = 0
  const tail = (): string => {
    const index = cars++
    return LETTERS.charAt(Math.floor(index / 10_000) % LETTERS.length) + String(index % 10_000).padStart(4, '0')
  }
  return () => {
    if (random.chance(SHARE_NEW_ENERGY)) return { plate: `鲁AD${tail()}`, kind: 'new-energy-small', note: null }
    const head = random.chance(SHARE_OTHER_PROVINCE) ? random.pick(OTHER_PROVINCES) : '鲁A'
    return { plate: head + tail(), kind: 'ordinary', note: null }
  }
}
