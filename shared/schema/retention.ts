import { type Static, Type } from 'typebox'
import { Hash, Instant, Page, Strict, Words } from './common.ts'

/** `passages`: names leave the log; `pseudonyms`: the entries go and only counts stay. The others are deleted. */
export const RETENTION_WORDS = [
  'passages',
  'pseudonyms',
  'visitors',
  'fevers',
  'alerts',
  'quarantine',
  'gate-records',
  'shifts',
  'surveys',
  'passes',
  'work-refused',
  'work-cards',
  'audit'
] as const
export type RetentionWord = (typeof RETENTION_WORDS)[number]

const Days = Type.Integer({ minimum: 1, maximum: 3_650 })
const DaysByKind = Strict(Object.fromEntries(RETENTION_WORDS.map(word => [word, Days])) as Record<RetentionWord, typeof Days>)

/** How long things are kept, in days, and between which days each may be set. */
export const RetentionView = Strict({
  days: DaysByKind,
  limits: Type.Array(Strict({ kind: Words(RETENTION_WORDS), min: Days, max: Days }))
})
export type RetentionView = Static<typeof RetentionView>

export const RetentionBody = Strict({ days: DaysByKind })
export type RetentionBody = Static<typeof RetentionBody>

export const CertificateView = Strict({
  number: Type.Integer({ minimum: 1 }),
  at: Instant,
  deletions: Type.Array(Strict({ kind: Words(RETENTION_WORDS), before: Instant, count: Type.Integer({ minimum: 1 }) })),
  hash: Hash,
  /** The text has its hash, and the certificate before it is there. */
  isProved: Type.Boolean()
})
export type CertificateView = Static<typeof CertificateView>
export const CertificatePage = Page(CertificateView)
