import { type RegisterKey, REGISTER_WORDS, tg } from '../../ui/i18n/register.ts'
import { SURVEY_WORDS, type SurveyKey, tv } from '../../ui/i18n/survey.ts'

/** The name of a field of a sheet; the last part of its path decides. */
export const fieldWord = (path: string): string => {
  const field = path.startsWith('/landlord') ? 'landlord' : path.slice(path.lastIndexOf('/') + 1)
  const key = `field.${field}`
  return Object.hasOwn(SURVEY_WORDS, key) ? tv(key as SurveyKey) : field
}

const KINDS: Readonly<Record<string, string>> = {
  tenure: 'tenure',
  sex: 'sex',
  relation: 'relation',
  needs: 'need',
  arrival: 'arrival',
  document: 'documentType'
}

/** A field's text with its words in the reader's language; a grid worker's mark of a document is not for people. */
export function valueText(path: string, value: string | null): string {
  if (value === null || value === '') return '—'
  const field = path.slice(path.lastIndexOf('/') + 1)
  const kind = KINDS[field]
  if (kind === undefined) return value
  const parts = field === 'document' ? value.split(' ').slice(0, 3) : value.split(' ')
  return parts.map(part => wordOf(`${kind}.${part}`, part)).join(' ')
}

const wordOf = (key: string, fallback: string): string => (Object.hasOwn(REGISTER_WORDS, key) ? tg(key as RegisterKey) : fallback)
