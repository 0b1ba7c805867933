import { Compile } from 'typebox/compile'
import { SheetChange } from '../../../shared/schema/register.ts'
import { applyEdits, type Conflict, type Edit, mergeEdits } from '../../../shared/survey/merge.ts'
import { fieldsOf, type Fields } from '../../../shared/survey/sheet-fields.ts'
import { type Context, type Refused, refused, type Staff } from '../context.ts'
import { localDayOf } from '../local-day.ts'
import { changeSheet } from '../register/save-sheet.ts'
import { readStored, type StoredSheet } from '../register/stored-sheet.ts'
import { fieldSheetOf } from './field-sheet.ts'
import { type ReadEdits, readEdits } from './read-edits.ts'
import { type Contact, memberGroups, sheetInputOf } from './sheet-input.ts'

export type FieldsChange = {
  readonly household: number
  readonly edits: readonly Edit[]
  readonly known: readonly string[]
  /** Stored with the change, so that it happens once. */
  readonly delivery: string
  readonly contact: Contact
}
export type FieldsChanged =
  | { readonly kind: 'kept' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[]; readonly stored: StoredSheet }
  | { readonly kind: 'refused'; readonly failure: Refused }

/** Each time somebody else stored the sheet between our reading and our writing; contacts do it all day. */
const TRIES = 5
const shape = Compile(SheetChange)

/** Brings edits of single fields into the sheet as it is now: all of them, or none when others changed the same fields. */
export async function changeFields(ctx: Context, staff: Staff, change: FieldsChange): Promise<FieldsChanged> {
  const read = readEdits(ctx.signer, change.edits, localDayOf(ctx.env.now()))
  if (!read.ok) return { kind: 'refused', failure: read.failure }
  for (let left = TRIES; left > 0; left--) {
    const stored = await readStored(ctx, staff, change.household)
    if (!stored.ok) return { kind: 'refused', failure: stored.failure }
    const done = await changeOnce(ctx, staff, change, read.value, stored.value)
    if (done !== 'again') return done
  }
  return { kind: 'refused', failure: { code: 'version-conflict' } }
}

async function changeOnce(
  ctx: Context,
  staff: Staff,
  { household: id, known, delivery, contact }: FieldsChange,
  { edits, documents }: ReadEdits,
  stored: StoredSheet
): Promise<FieldsChanged | 'again'> {
  const current = fieldsOf(fieldSheetOf(ctx.signer, stored))
  const { apply, conflicts } = mergeEdits(current, edits, new Set(known))
  if (conflicts.length > 0) return { kind: 'conflict', conflicts, stored }
  const merged = applyEdits(current, apply)
  const input = { ...sheetInputOf(stored, merged, documents, contact), version: stored.household.version }
  if (!shape.Check(input)) {
    const [error] = shape.Errors(input)
    return { kind: 'refused', failure: named(refused('invalid-field', error?.instancePath).failure, merged) }
  }
  const saved = await changeSheet(ctx, staff, id, input, delivery)
  if (saved.ok) return { kind: 'kept' }
  if (saved.failure.code === 'version-conflict') return 'again'
  return { kind: 'refused', failure: named(saved.failure, merged) }
}

/** A failure's path names members by their place in the sheet that is stored; whoever sent the edits knows them by number. */
function named(failure: Refused, fields: Fields): Refused {
  const [, index, rest = ''] = /^\/members\/(\d+)(\/.*)?$/.exec(failure.path ?? '') ?? []
  const group = index === undefined ? undefined : memberGroups(fields)[Number(index)]
  return group === undefined ? failure : { ...failure, path: `${group}${rest}` }
}
