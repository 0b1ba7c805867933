import type { Transaction } from 'kysely'
import type { IssueLimit } from '../ports/pass-rows.ts'
import type { PassEventRow, PassRow } from '../ports/storage.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { toEventRows, toPassRow } from './pass-row.ts'
import { type Database, REALM } from './schema.ts'

/** Takes the whole batch back. */
class NotReplaceable extends Error {}
/** Another server used the key at the same time. */
class TooManySignatures extends Error {}

export class TooManyIssued extends Error {}

/** Counted where the passes were just added, in their own transaction: two requests at once are two passes. */
export async function holdToLimit(
  trx: Transaction<Database>,
  [first]: readonly PassRow[],
  { since, most }: IssueLimit
): Promise<void> {
  const { count } = await trx
    .selectFrom('pass')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('realm', '=', REALM)
    .where('issued_at', '>', since)
    .where('issued_by', '=', first?.issuedBy ?? '')
    .executeTakeFirstOrThrow()
  if (Number(count) > most) throw new TooManyIssued()
}

/** Adds passes with their events and counts their keys' signatures. Throws what `passRefusal` explains. */
export async function addPassRows(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  passes: readonly PassRow[],
  events: readonly PassEventRow[],
  signaturesPerKey: number
): Promise<void> {
  for (const { serial, replaces, issuedAt } of passes) {
    if (replaces !== null) await supersede(trx, replaces, serial, issuedAt)
  }
  if (passes.some(({ replaces }) => replaces !== null)) await takeNumbers(trx, 'status', 1)
  // In the order of their keys, which are spread: neighbours share pages of the index.
  await insertMany(trx, 'pass', passes.map(toPassRow).sort(bySerial))
  const eventRows = toEventRows(events, await takeNumbers(trx, 'pass_event', events.length))
  await insertMany(trx, 'pass_event', eventRows.sort(bySerial))
  for (const [keyId, count] of countBy(passes)) {
    const counted = await trx
      .updateTable('signing_key')
      .set(eb => ({ signed_count: eb('signed_count', '+', count) }))
      .where('realm', '=', REALM)
      .where('key_id', '=', keyId)
      .returning('signed_count')
      .executeTakeFirst()
    if ((counted?.signed_count ?? 0) > signaturesPerKey) throw new TooManySignatures()
  }
}

/** A pass that replaces one is the same holder's. For passes that no mass issue gives: those tell their holders themselves. */
export async function inheritHolders(trx: Transaction<Database>, passes: readonly PassRow[]): Promise<void> {
  for (const { serial, replaces } of passes) {
    if (replaces === null) continue
    await trx
      .insertInto('pass_holder')
      .columns(['realm', 'serial', 'household', 'person', 'vehicle', 'mass_issue'])
      .expression(eb =>
        eb
          .selectFrom('pass_holder')
          .select(['realm', eb.lit(serial).as('serial'), 'household', 'person', 'vehicle', 'mass_issue'])
          .where('realm', '=', REALM)
          .where('serial', '=', replaces)
      )
      .execute()
  }
}

/** Why nothing of a batch was added; any other error is thrown on. */
export function passRefusal(error: unknown, isDuplicate: Engine['isDuplicate']): 'conflict' | 'key-full' {
  if (error instanceof NotReplaceable || isDuplicate(error)) return 'conflict'
  if (error instanceof TooManySignatures) return 'key-full'
  throw error
}

/** Throws `NotReplaceable` when there is no valid or held pass of this serial. */
async function supersede(trx: Transaction<Database>, old: number, by: number, at: number): Promise<void> {
  const done = await trx
    .updateTable('pass')
    .set({ status: 'superseded', status_at: at, replaced_by: by })
    .where('realm', '=', REALM)
    .where('serial', '=', old)
    .where('status', 'in', ['valid', 'held'])
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new NotReplaceable()
}

const bySerial = (a: { serial: number }, b: { serial: number }): number => a.serial - b.serial

function countBy(passes: readonly PassRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { keyId } of passes) counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  return counts
}
