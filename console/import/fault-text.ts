import type { Fault } from '../../shared/schema/imports.ts'
import { t } from '../../ui/i18n/console.ts'
import { IMPORT_WORDS, ti } from '../../ui/i18n/imports.ts'
import { IDENTITY_WORDS } from '../../ui/i18n/identity.ts'

/** Why a cell is not taken, in a sentence; of a document also what exactly is wrong with it. */
export function faultText({ reason, field, detail }: Fault): string {
  const key = `documentFailure.${detail}`
  const more = reason === 'document-invalid' && Object.hasOwn(IDENTITY_WORDS, key) ? t(key as 'documentFailure.length') : ''
  const what = field !== null && Object.hasOwn(IMPORT_WORDS, `field.${field}`) ? `${ti(`field.${field}`)}: ` : ''
  return `${what}${ti(`reason.${reason}`, { detail: detail ?? '' })} ${more}`.trim()
}

/** A, B … Z, AA: as spreadsheets name their columns. */
export const columnName = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))
