import { type Static, Type } from 'typebox'
import { Id, SiteNumber, Strict, Words } from './common.ts'
import { MASS_KINDS } from './mass-issue.ts'
import { RegisterId } from './register.ts'

/** Ten cards in the size of a bank card or four of A6 on a sheet of A4; what is printed at most. */
export const PRINT_LAYOUTS = ['id1', 'a6'] as const
export const MAX_PRINTED = 5_000

/** One of: a mass issue, a household, or a community with a narrower place. Only passes that are valid now are printed. */
export const PrintChoice = Strict({
  massIssue: Type.Optional(Id),
  household: Type.Optional(RegisterId),
  community: Type.Optional(Id),
  site: Type.Optional(SiteNumber),
  building: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  kind: Type.Optional(Words(MASS_KINDS)),
  /** Only who has no telephone number; of a household or a car, where nobody of the household has one. */
  withoutPhone: Type.Optional(Type.Boolean())
})
export type PrintChoice = Static<typeof PrintChoice>

export const PrintQuery = Strict({
  ...PrintChoice.properties,
  layout: Type.Optional(Words(PRINT_LAYOUTS)),
  language: Type.Optional(Words(['zh', 'en'] as const))
})
export type PrintQuery = Static<typeof PrintQuery>

export const PrintCount = Strict({
  cards: Type.Integer({ description: 'Passes that would be printed' }),
  most: Type.Integer({ description: 'More than this is refused: choose a narrower place' })
})
export type PrintCount = Static<typeof PrintCount>
