/** Closed sets of the work cards; ui/ has the words for people. */
export const WORK_PURPOSES = ['work', 'school'] as const
export type WorkPurpose = (typeof WORK_PURPOSES)[number]

/** Languages in which an applicant is written to. */
export const WORK_LANGUAGES = ['zh', 'en', 'ko', 'ja'] as const
export type WorkLanguage = (typeof WORK_LANGUAGES)[number]

/** WS 363.6 has many; these three keep somebody from a card (DOMAIN.md §2.4). */
export const SYMPTOMS = ['fever', 'dry-cough', 'fatigue'] as const
export type Symptom = (typeof SYMPTOMS)[number]

export const TRANSPORTS = ['foot', 'bicycle', 'own-car', 'company-bus', 'public', 'other'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** What a proxy is to the holder. `clerk` is never typed: it is the employer's own declaration for somebody without a phone. */
export const PROXY_RELATIONS = ['spouse', 'child', 'parent', 'relative', 'colleague', 'neighbour', 'community', 'other'] as const
export type ProxyRelation = (typeof PROXY_RELATIONS)[number]

/** Who declared. */
export const DECLARED_BY = ['self', 'proxy', 'clerk'] as const
export type DeclaredBy = (typeof DECLARED_BY)[number]

export const WORK_PHOTOS = ['document', 'workplace-letter', 'lease'] as const
export type WorkPhotoKind = (typeof WORK_PHOTOS)[number]

/** They point somebody's eyes at something and never decide. */
export const WORK_FLAGS = [
  'diagnosed',
  'contact',
  'outside',
  'symptoms',
  'temperature',
  'document-twice',
  'phone-many',
  'address-unknown',
  'register-differs'
] as const
export type WorkFlag = (typeof WORK_FLAGS)[number]

/** Coded reasons of a rejection; each has a sentence for the applicant in every language. */
export const REJECT_REASONS = [
  'outside-14-days',
  'contact-not-released',
  'symptoms',
  'diagnosed',
  'not-resident',
  'details-wrong',
  'document-unreadable',
  'duplicate',
  'employer-not-approved',
  'other'
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

export const EMPLOYER_RETURN_REASONS = [
  'code-wrong',
  'filing-incomplete',
  'supplies-short',
  'no-isolation-room',
  'site-check-failed',
  'duplicate',
  'misuse',
  'other'
] as const
export type EmployerReturnReason = (typeof EMPLOYER_RETURN_REASONS)[number]

/** Why a card is on hold; kept on the server, gates see a hold and nothing else. */
export const CARD_HOLDS = ['report-missing', 'health', 'other'] as const
export type CardHold = (typeof CARD_HOLDS)[number]

/** What an applicant is told. */
export const WORK_NOTICES = [
  'received',
  'question',
  'issued',
  'rejected',
  'lapsed',
  'late',
  'report-due',
  'held-report-missing',
  'held-health',
  'lifted',
  'expires-soon',
  'left'
] as const
export type WorkNoticeKind = (typeof WORK_NOTICES)[number]
