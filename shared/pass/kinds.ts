/** What can be issued, by its number in the pass. `drill` is for training and never opens a gate. */
export const PASS_KINDS = {
  person: 1,
  work: 2,
  vehicle: 3,
  visitor: 4,
  household: 5,
  duty: 6,
  drill: 15
} as const

export type PassKind = keyof typeof PASS_KINDS

const BY_NUMBER = new Map<number, PassKind>(Object.entries(PASS_KINDS).map(([kind, number]) => [number, kind as PassKind]))

export const kindOfNumber = (number: number): PassKind | undefined => BY_NUMBER.get(number)

export const isPassKind = (text: string): text is PassKind => Object.hasOwn(PASS_KINDS, text)
