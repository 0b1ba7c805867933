import type { Delivery, DeliveryResult, FieldDoor, FieldSheet } from '../../shared/schema/survey-field.ts'
import { applyEdits, type Choice, type Edit, editsBetween, rebase } from '../../shared/survey/merge.ts'
import { type Fields, fieldsOf, groupsOf } from '../../shared/survey/sheet-fields.ts'

type Attempt = Delivery['attempts'][number]
type Change = Delivery['changes'][number]
export type OutgoingAttempt = {
  readonly kind: 'attempt'
  readonly id: string
  readonly household: number
  readonly body: Attempt
  readonly state: 'waiting' | 'not-yours'
}
/** `sent`: it may have arrived, though no answer came; from then on it must not become another one under its id. */
export type OutgoingChange = {
  readonly kind: 'change'
  readonly id: string
  readonly household: number
  readonly body: Change
  readonly sent: boolean
  readonly state: 'waiting' | 'conflict' | 'refused' | 'not-yours'
  /** Why the service did not take it. */
  readonly answer: Pick<DeliveryResult, 'code' | 'path' | 'conflicts' | 'sheet'> | null
}
export type Outgoing = OutgoingAttempt | OutgoingChange

const MOST_ATTEMPTS = 100
const MOST_CHANGES = 20

/** The next parcel: what waits, oldest first; what somebody has to look at stays. */
export function nextDelivery(outbox: readonly Outgoing[]): { items: Outgoing[]; body: Delivery } | null {
  const waiting = outbox.filter(({ state }) => state === 'waiting')
  const attempts = waiting.filter(item => item.kind === 'attempt').slice(0, MOST_ATTEMPTS)
  const changes = waiting.filter(item => item.kind === 'change').slice(0, MOST_CHANGES)
  if (attempts.length + changes.length === 0) return null
  return {
    items: [...attempts, ...changes],
    body: { attempts: attempts.map(({ body }) => body), changes: changes.map(({ body }) => body) }
  }
}

/** What becomes of something that was sent; null: the service has it. */
export function afterAnswer(item: Outgoing, { result, code, path, conflicts, sheet }: DeliveryResult): Outgoing | null {
  if (result === 'kept') return null
  if (item.kind === 'attempt') return { ...item, state: 'not-yours' }
  return { ...item, state: result, answer: { code, path, conflicts, sheet } }
}

/** A sheet as it is on this phone: what was downloaded, with what was changed here. */
export const shownFields = ({ sheet }: FieldDoor, change: OutgoingChange | null): Map<string, string> =>
  applyEdits(fieldsOf(change?.answer?.sheet ?? sheet), change?.body.edits ?? [])

/** The changes of a door after editing; null: as it was downloaded. An unsent change is replaced, its base stays. */
export function changeOf(
  { sheet }: FieldDoor,
  before: OutgoingChange | null,
  fields: Fields,
  { id, at, how }: Pick<Change, 'id' | 'at' | 'how'>
): OutgoingChange | null {
  const base = before === null || before.answer?.sheet != null ? fieldsOf(before?.answer?.sheet ?? sheet) : baseOf(sheet, before)
  const edits = editsBetween(base, fields)
  if (edits.length === 0) return null
  const known = before === null || before.answer?.sheet != null ? groupsOf(base) : before.body.known
  const version = before?.answer?.sheet?.version ?? before?.body.version ?? sheet.version
  const body = { id, household: sheet.id, version, known: [...known], edits: edits.map(edit => ({ ...edit })), how, at }
  return { kind: 'change', id, household: sheet.id, body, sent: false, state: 'waiting', answer: null }
}

/** A later download may have brought a newer sheet; an unsent change still tells what was read. */
function baseOf(sheet: FieldSheet, { body }: OutgoingChange): Map<string, string> {
  const fields = new Map(fieldsOf(sheet))
  for (const { path, before } of body.edits) {
    if (before === null) fields.delete(path)
    else fields.set(path, before)
  }
  return fields
}

/** After the worker decided field by field: the same changes against what stands there now, under an id of their own. */
export function resolved(
  change: OutgoingChange,
  choices: ReadonlyMap<string, Choice>,
  { id, at }: { readonly id: string; readonly at: number }
): OutgoingChange | null {
  const sheet = change.answer?.sheet
  if (sheet == null) return change
  const current = fieldsOf(sheet)
  const edits: Edit[] = rebase(current, change.body.edits, { conflicts: change.answer?.conflicts ?? [] }, choices)
  if (edits.length === 0) return null
  const body = {
    ...change.body,
    id,
    at,
    version: sheet.version,
    known: groupsOf(current),
    edits: edits.map(edit => ({ ...edit }))
  }
  return { ...change, id, body, sent: false, state: 'waiting', answer: null }
}
