import type { MassExclusion } from '../../../shared/schema/mass-issue.ts'
import type { PassOf } from '../../ports/mass-issue-storage.ts'
import type { MemberOf } from '../../ports/register-storage.ts'
import type { Context } from '../context.ts'

export type Standing = { kind: 'exclude'; reason: MassExclusion } | { kind: 'issue'; replaces: number | null }

/** A hold is lifted by its own step, never by a new pass; of several passes the one that lasts longest counts. */
export function standing(passes: readonly PassOf[], renewUntil: number): Standing {
  if (passes.some(({ status }) => status === 'held')) return { kind: 'exclude', reason: 'held' }
  const [longest] = [...passes].sort((a, b) => b.endsAt - a.endsAt)
  if (longest === undefined) return { kind: 'issue', replaces: null }
  return longest.endsAt <= renewUntil ? { kind: 'issue', replaces: longest.serial } : { kind: 'exclude', reason: 'has-pass' }
}

/** What stands at `now` (epoch seconds) for each of them, by document, or of mass issues for who has none. */
export async function passesOfMembers(
  ctx: Context,
  kind: string,
  members: readonly MemberOf[],
  now: number
): Promise<(member: MemberOf) => PassOf[]> {
  const documents = members.flatMap(({ documentIndex }) => (documentIndex === null ? [] : [documentIndex]))
  const people = members.flatMap(({ person, documentIndex }) => (documentIndex === null ? [person] : []))
  const byDocument = Map.groupBy(await ctx.storage.passesOfDocuments(kind, documents, now), ({ key }) => key)
  const byPerson = Map.groupBy(await ctx.storage.passesOfPeople(kind, people, now), ({ key }) => key)
  return ({ documentIndex, person }) =>
    (documentIndex === null ? byPerson.get(String(person)) : byDocument.get(documentIndex)) ?? []
}

type Car = { readonly plate: string }

export async function passesOfCars(ctx: Context, cars: readonly Car[], now: number): Promise<(car: Car) => PassOf[]> {
  const plates = cars.map(({ plate }) => plate)
  const passes = Map.groupBy(await ctx.storage.passesOfPlates(plates, now), ({ key }) => key)
  return ({ plate }) => passes.get(plate) ?? []
}
