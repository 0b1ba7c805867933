import { parsePlate } from '../../shared/identity/plate.ts'
import { PLATE_SHAPES } from './plate-shapes.ts'

/** A plate as far as it was typed: always the begin of one that exists. */
export type TypedPlate = string

/** Every character that can follow so that a plate of GA 36 can still come of it. */
export function nextCharacters(typed: TypedPlate): ReadonlySet<string> {
  const characters = [...typed]
  const open = PLATE_SHAPES.filter(
    shape => shape.length > characters.length && characters.every((character, at) => shape[at]?.includes(character))
  )
  return new Set(open.flatMap(shape => shape[characters.length] ?? []))
}

/** A key that cannot follow changes nothing. */
export const typeCharacter = (typed: TypedPlate, character: string): TypedPlate =>
  nextCharacters(typed).has(character) ? typed + character : typed

export const deleteLast = (typed: TypedPlate): TypedPlate => [...typed].slice(0, -1).join('')

export const isWhole = (typed: TypedPlate): boolean => parsePlate(typed).ok

/** Which keys are to be shown: provinces first, digits as long as they can follow, since most of a plate is digits. */
export function keysFor(typed: TypedPlate): 'provinces' | 'letters' | 'digits' {
  if (typed === '') return 'provinces'
  const next = nextCharacters(typed)
  return next.has('0') ? 'digits' : 'letters'
}

/** Endings that stand for the kind of vehicle: trailer, learner, police … */
const ENDINGS = [...'警学挂试超领港澳使应急']
export const endingsAfter = (typed: TypedPlate): string[] => {
  const next = nextCharacters(typed)
  return ENDINGS.filter(ending => next.has(ending) && typed !== '')
}
