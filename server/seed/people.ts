import { makeCitizenId } from '../../shared/identity/citizen-id.ts'
import type { Need, Relation } from '../../shared/register/words.ts'
import type { PersonData } from '../domain/register/records.ts'
import { chineseName, FOREIGN_COUNTRIES, foreignName, type Sex, surname } from './names.ts'
import type { Random } from './random.ts'

export type SeedPerson = { readonly relation: Relation; readonly birthYear: number | null; readonly data: PersonData }

/** The day on which the data describes the subdistrict. */
const YEAR = 2020
/** City aggregates: given to nobody, so that no number is a real person's (GB/T 2260). */
const DIVISION = '370101'
const DIVISION_HUBEI = '420101'
/** 154 is assigned to no operator: no phone rings. */
const PHONE_PREFIX = '154'
const PHONE_NUMBERS = 100_000_000
/** Coprime to the count of numbers, so that each index has a number of its own. */
const PHONE_STEP = 61_803_399

export type PersonMaker = {
  make(wish: { age: number; sex?: Sex; family?: string; relation: Relation; name?: string; birthDate?: string }): SeedPerson
  foreigner(country: string, relation: Relation): SeedPerson
  /** With a permit of Hong Kong residents. */
  hongKong(relation: Relation): SeedPerson
}

/** Makes people whose numbers are well-formed, unique and nobody's. */
export function personMaker(random: Random): PersonMaker {
  const sequences = new Map<string, number>()
  let phones = 0
  let permits = 0
  const phone = (): string => PHONE_PREFIX + String((++phones * PHONE_STEP) % PHONE_NUMBERS).padStart(8, '0')
  const document = (birthDate: string, sex: Sex, division: string): string => {
    const key = `${division}${birthDate}${sex}`
    const used = sequences.get(key) ?? 0
    sequences.set(key, used + 1)
    return makeCitizenId({ division, birthDate, sequence: 2 * used + (sex === 'male' ? 1 : 2) })
  }
  const visitor = (
    relation: Relation,
    name: string,
    nationality: string,
    number: NonNullable<PersonData['document']>
  ): SeedPerson => ({
    relation,
    birthYear: null,
    data: { name, sex: 'unknown', document: number, phone: phone(), nationality, needs: [], arrival: null, note: null }
  })
  return {
    make({ age, sex = random.chance(0.5) ? 'male' : 'female', family = surname(random), relation, name, birthDate }) {
      const born = birthDate ?? dayOfYear(YEAR - age, random.below(365))
      const division = random.chance(0.01) ? DIVISION_HUBEI : DIVISION
      const number = document(born, sex, division)
      const hasPhone = age >= 12 && random.chance(0.92)
      const data: PersonData = {
        name: name ?? chineseName(random, sex, family),
        sex,
        document: { type: 'citizen-id', country: 'CHN', number },
        phone: hasPhone ? phone() : null,
        nationality: 'CHN',
        needs: needsOf(random, age, sex),
        arrival: null,
        note: null
      }
      return { relation, birthYear: Number(born.slice(0, 4)), data }
    },
    foreigner: (country, relation) => {
      const document = { type: 'passport', country, number: `M${10_000_000 + ++permits}` } as const
      return visitor(relation, foreignName(random, country), country, document)
    },
    hongKong: relation => {
      const document = { type: 'hk-macao-permit', country: 'CHN', number: `H${10_000_000 + ++permits}` } as const
      return visitor(relation, chineseName(random, 'male', surname(random)), 'HKG', document)
    }
  }
}

export const aCountry = (random: Random): string => random.pick(FOREIGN_COUNTRIES)

function needsOf(random: Random, age: number, sex: Sex): Need[] {
  const needs: Need[] = []
  if (random.chance(0.02)) needs.push('disabled')
  if (age === 0) needs.push('newborn')
  if (sex === 'female' && age >= 22 && age <= 40 && random.chance(0.03)) needs.push('pregnant')
  return needs.sort()
}

/** 0–364, so that 29 February is never asked of a year without one. */
function dayOfYear(year: number, day: number): string {
  const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  let left = day
  const month = months.findIndex(days => {
    if (left < days) return true
    left -= days
    return false
  })
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(left + 1).padStart(2, '0')}`
}
