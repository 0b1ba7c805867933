import { parseDocument } from '../../../shared/identity/detect-document.ts'
import type { CalendarDay } from '../../../shared/identity/calendar-day.ts'
import { ok } from '../../../shared/result.ts'
import type { DocumentInput } from '../../../shared/schema/register.ts'
import { DOCUMENT_TYPES } from '../../../shared/schema/register.ts'
import { groupOf, markedDocument } from '../../../shared/survey/sheet-fields.ts'
import type { Edit } from '../../../shared/survey/merge.ts'
import type { Signer } from '../../ports/signer.ts'
import { type Outcome, refused } from '../context.ts'
import { shownDocument } from './field-sheet.ts'

export type ReadEdits = {
  readonly edits: readonly Edit[]
  /** Documents in full, by the group of the person: the edits hold only what is shown of them. */
  readonly documents: ReadonlyMap<string, DocumentInput>
}

const PATH =
  /^\/(tenure|note|landlord\/(name|phone)|members\/(\d{1,15}|\+[a-z0-9-]{1,40})\/(name|relation|sex|phone|document|nationality|needs|arrival|note)|vehicles\/[^/]{1,20}\/(plate|note))$/

/** Edits as they came: no other fields than a sheet has, none twice, and documents brought to what is compared. */
export function readEdits(signer: Pick<Signer, 'mac'>, raw: readonly Edit[], today: CalendarDay): Outcome<ReadEdits> {
  const documents = new Map<string, DocumentInput>()
  const edits: Edit[] = []
  for (const edit of raw) {
    if (!PATH.test(edit.path) || edits.some(({ path }) => path === edit.path)) return refused('invalid-field', edit.path)
    const group = groupOf(edit.path)
    const after = edit.after === '' ? null : edit.after
    if (group === null || after === null || !edit.path.endsWith('/document')) {
      edits.push({ ...edit, after })
      continue
    }
    const input = documentOf(after)
    const { type, country, number } = input
    const hint = type === undefined ? undefined : type === 'passport' ? { type, country: country ?? 'XXX' } : { type }
    const parsed = parseDocument(number, today, hint)
    if (!parsed.ok) return refused('document-invalid', edit.path, parsed.failure.code)
    const shown = shownDocument(signer, parsed.value.document)
    documents.set(group, input)
    edits.push({ ...edit, after: shown === null ? null : markedDocument(shown) })
  }
  return ok({ edits, documents })
}

/** `passport KOR M12345678`, or a number alone. */
function documentOf(text: string): DocumentInput {
  const [first = '', second = '', ...rest] = text.split(' ')
  const type = DOCUMENT_TYPES.find(word => word === first)
  if (type === undefined) return { number: text.slice(0, 40) || '-' }
  const number = rest.join(' ').slice(0, 40) || '-'
  return /^[A-Z]{3}$/.test(second) ? { type, country: second, number } : { type, number }
}
