import type { DocumentType } from '../../shared/identity/document.ts'

/** In the order in which a desk meets them. */
export const DOCUMENT_TYPE_WORDS: readonly DocumentType[] = [
  'citizen-id',
  'passport',
  'permanent-residence',
  'permanent-residence-2004',
  'residence-permit',
  'hk-macao-permit',
  'taiwan-permit'
]
