import { normaliseNumber } from '../identity/normalise.ts'
import { fail, ok, type Result } from '../result.ts'

/** Where a household lives within its site. `unit` is empty where a building has none. A divided room is a room of its own: 1103A. */
export type Address = { readonly building: string; readonly unit: string; readonly room: string }

export type AddressFailure = 'building' | 'unit' | 'room'

/** What is written behind a number: 9号楼, 9#, 9栋, 2单元, 1103室. */
const BUILDING_WORDS = /(号楼|号院|栋|幢|座|楼|号|#)$/u
const UNIT_WORDS = /(单元|门|#)$/u
const ROOM_WORDS = /(室|户|房|号|#)$/u
/** Letters of any script and digits: ten characters hold every number that a door carries. */
const PART = /^[\p{L}\p{N}]{1,10}$/u

/** The three parts as typed, brought to the form in which they are stored and compared. */
export function parseAddress(raw: Address): Result<Address, AddressFailure> {
  const building = part(raw.building, BUILDING_WORDS)
  const unit = part(raw.unit, UNIT_WORDS)
  const room = part(raw.room, ROOM_WORDS)
  if (!PART.test(building)) return fail('building')
  if (unit !== '' && !PART.test(unit)) return fail('unit')
  if (!PART.test(room)) return fail('room')
  return ok({ building, unit, room })
}

/** `9-2-1103`, `9号楼2单元1103室`, `9#2-1103`, `A座1103`; null: no address. Two parts are building and room. */
export function readAddress(text: string): Address | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .replace(/(号楼|号院|栋|幢|座|楼|单元|门|#)[\s\p{Pd}]*/gu, '-')
    .split(/[\s\p{Pd}/]+/u)
    .filter(piece => piece !== '')
  if (parts.length < 2 || parts.length > 3) return null
  const [building = '', second = '', third] = parts
  const parsed = parseAddress({ building, unit: third === undefined ? '' : second, room: third ?? second })
  return parsed.ok ? parsed.value : null
}

export const addressText = ({ building, unit, room }: Address): string =>
  [building, unit, room].filter(piece => piece !== '').join('-')

/** Unique within a site, and sorts as people count: 9 before 10. */
export const addressKey = ({ building, unit, room }: Address): string => [building, unit, room].map(padded).join('-')

const padded = (text: string): string => text.replace(/\d+/g, digits => digits.padStart(5, '0'))

const part = (raw: string, words: RegExp): string => {
  const text = normaliseNumber(raw)
  const bare = text.replace(words, '')
  const known = bare === '' ? text : bare
  // 09 and 9 are the same door.
  return known.replace(/^0+(?=\d)/, '')
}
