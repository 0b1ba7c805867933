import type { Transaction } from 'kysely'
import { type Database, REALM } from './schema.ts'

/**
 * Takes `count` numbers, from 1 on, and answers the first. The counter's row is locked until the commit, so numbers
 * become visible in their order: who pages by them misses none.
 */
export async function takeNumbers(
  trx: Transaction<Database>,
  name:
    | 'entry'
    | 'pass_event'
    | 'quarantine'
    | 'audit'
    | 'alert'
    | 'gate_record'
    | 'policy'
    | 'status'
    | 'device'
    | 'household'
    | 'person'
    | 'vehicle'
    | 'work'
    | 'work_event'
    | 'work_notice'
    | 'work_policy',
  count: number
): Promise<number> {
  const { value } = await trx
    .insertInto('counter')
    .values({ realm: REALM, name, value: count })
    .onConflict(conflict => conflict.columns(['realm', 'name']).doUpdateSet(eb => ({ value: eb('counter.value', '+', count) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value - count + 1
}
