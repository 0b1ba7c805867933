import { type Static, Type } from 'typebox'
import { ARRIVALS, NEEDS, REGISTER_SEXES, RELATIONS, TENURES } from '../register/words.ts'
import { REPORT_STATES } from '../survey/words.ts'
import { Base64Url, Id, Instant, Line, Nullable, SiteNumber, Strict, Words } from './common.ts'
import { Country, Day, DocumentInput, MAX_MEMBERS, MAX_VEHICLES, RegisterId } from './register.ts'

export const REPORT_LANGUAGES = ['zh', 'en', 'ko', 'ja'] as const

/** What a household's link carries in its fragment. `knows`: the last four characters of a phone or document of theirs. */
const PROOF = {
  round: Id,
  household: RegisterId,
  secret: Base64Url(22, 22),
  knows: Type.Optional(Type.String({ minLength: 4, maxLength: 4, pattern: '^[0-9A-Za-z]{4}$' }))
}
export const HomeProof = Strict(PROOF)
export type HomeProof = Static<typeof HomeProof>

/**
 * What a link shows. By itself: which door, so that nobody fills in a neighbour's. Who lives there, and even how many, is
 * told to nobody who does not know the end of a phone or document number of theirs, and then masked.
 */
export const HomePage = Strict({
  site: Strict({ name: Type.String(), nameEn: Type.String() }),
  address: Type.String(),
  round: Strict({ name: Type.String(), to: Type.String() }),
  state: Nullable(Words(REPORT_STATES)),
  question: Nullable(Type.String()),
  /** null until the household proved that it is the household. */
  home: Nullable(
    Strict({
      members: Type.Array(
        Strict({ person: RegisterId, name: Type.String(), phone: Nullable(Type.String()), document: Nullable(Type.String()) })
      ),
      plates: Type.Array(Type.String())
    })
  ),
  /** Wrong answers that are left for `knows`; 0: only an empty sheet. */
  tries: Type.Integer()
})
export type HomePage = Static<typeof HomePage>

/** A person as the household writes it. Of somebody who is registered (`person`) null is "as before"; a new one has a name. */
export const ReportMember = Strict({
  person: Type.Optional(RegisterId),
  /** Does not live there any more. */
  gone: Type.Boolean(),
  name: Nullable(Line(60)),
  sex: Nullable(Words(REGISTER_SEXES)),
  relation: Nullable(Words(RELATIONS)),
  document: Nullable(DocumentInput),
  phone: Nullable(Line(30)),
  nationality: Nullable(Country),
  needs: Nullable(Type.Array(Words(NEEDS), { maxItems: NEEDS.length, uniqueItems: true })),
  arrival: Nullable(Strict({ from: Words(ARRIVALS), on: Day }))
})
export type ReportMember = Static<typeof ReportMember>
export const ReportBody = Strict({
  members: Type.Array(ReportMember, { maxItems: MAX_MEMBERS }),
  /** Cars that are to be added. */
  plates: Type.Array(Line(20), { maxItems: MAX_VEHICLES }),
  tenure: Nullable(Words(TENURES)),
  note: Nullable(Line(200)),
  /** Where the household may be called about it. */
  callback: Nullable(Line(30)),
  language: Words(REPORT_LANGUAGES)
})
export type ReportBody = Static<typeof ReportBody>
export const ReportSent = Strict({ ...PROOF, report: ReportBody })
export type ReportSent = Static<typeof ReportSent>

/**
 * One thing that staff accept or not. `changed`: a field; `new`, `gone`: a person or car; `missing`: somebody registered whom
 * an unproved report does not name.
 */
export const Difference = Strict({
  key: Type.String(),
  kind: Words(['changed', 'new', 'gone', 'missing'] as const),
  who: Nullable(Type.String()),
  fields: Type.Array(Strict({ field: Type.String(), before: Nullable(Type.String()), after: Nullable(Type.String()) }))
})
export type Difference = Static<typeof Difference>
export const ReportView = Strict({
  household: RegisterId,
  site: SiteNumber,
  address: Type.String(),
  version: Type.Integer(),
  sheetVersion: Type.Integer(),
  state: Words(REPORT_STATES),
  submittedAt: Instant,
  settledAt: Nullable(Instant),
  settledBy: Nullable(Type.String()),
  language: Words(REPORT_LANGUAGES),
  proved: Type.Boolean(),
  note: Nullable(Type.String()),
  callback: Nullable(Type.String()),
  question: Nullable(Type.String()),
  differences: Type.Array(Difference)
})
export type ReportView = Static<typeof ReportView>
/** `version` and `sheetVersion`: what staff looked at; a newer report or sheet is a conflict. */
export const Settle = Strict({
  version: Type.Integer(),
  sheetVersion: Type.Integer(),
  accept: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500 })
})
export type Settle = Static<typeof Settle>
export const AskBack = Strict({ version: Type.Integer(), question: Line(200) })
export type AskBack = Static<typeof AskBack>
