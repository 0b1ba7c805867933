import type { Relation } from '../../shared/register/words.ts'
import { surname } from './names.ts'
import type { PersonMaker, SeedPerson } from './people.ts'
import type { Random } from './random.ts'

const ELDER = 65

/** One household's people: who lives alone, a couple, parents with children, three generations. */
export function familyOf(random: Random, maker: PersonMaker, size: number): SeedPerson[] {
  const family = surname(random)
  const isOld = random.chance(size === 1 ? 0.28 : 0.14)
  const age = isOld ? 60 + random.below(30) : 24 + random.below(35)
  const head = maker.make({ age, family, relation: 'head' })
  if (size === 1) return [age >= ELDER ? alone(head) : head]
  const people = [head]
  const sex = head.data.sex === 'male' ? 'female' : 'male'
  people.push(maker.make({ age: Math.max(22, age - 3 + random.below(6)), sex, relation: 'spouse' }))
  while (people.length < size) people.push(relative(random, maker, age, family, people.length))
  return people
}

/** Colleagues or strangers who share a rented flat. */
export const tenantsOf = (random: Random, maker: PersonMaker, size: number): SeedPerson[] =>
  Array.from({ length: size }, () => maker.make({ age: 20 + random.below(30), relation: 'tenant' }))

function relative(random: Random, maker: PersonMaker, age: number, family: string, place: number): SeedPerson {
  if (place >= 4 || random.chance(0.15)) return maker.make({ age: Math.min(95, age + 24 + random.below(8)), relation: 'parent' })
  const childAge = age >= 60 ? age - 26 - random.below(6) : random.below(Math.max(1, Math.min(26, age - 22)))
  const relation: Relation = 'child'
  return maker.make({ age: childAge, family, relation })
}

const alone = (person: SeedPerson): SeedPerson => ({
  ...person,
  data: { ...person.data, needs: [...person.data.needs, 'elder-alone' as const].sort() }
})
