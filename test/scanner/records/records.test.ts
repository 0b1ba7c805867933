import 'fake-indexeddb/auto'
import t from 'tap'
import { deliverRecords, type SendRecord } from '../../../scanner/records/deliver-records.ts'
import { type KeptRecord, openRecordOutbox, type RecordOutbox } from '../../../scanner/records/record-outbox.ts'
import type { ApiFailure } from '../../../scanner/sync/gate-api.ts'
import { aHandover, aTraining } from '../../support/gate-records.ts'

let databases = 0
const aTrainingOf = (id: string): KeptRecord => ({ kind: 'trainings', body: aTraining({ id }) })

async function openWith(...ids: string[]): Promise<RecordOutbox> {
  const outbox = await openRecordOutbox(`records-${++databases}`)
  for (const id of ids) await outbox.add(aTrainingOf(id))
  return outbox
}

/** A service that keeps what arrives; what becomes of each request is told by its turn. */
function service(fates: readonly ('arrives' | 'request-lost' | 'answer-lost' | ApiFailure)[] = []) {
  const kept = new Map<string, number>()
  let turn = 0
  const send: SendRecord = async ({ body: { id } }) => {
    const fate = fates[turn++] ?? 'arrives'
    if (typeof fate === 'object') return { ok: false, failure: fate }
    if (fate !== 'request-lost') kept.set(id, (kept.get(id) ?? 0) + 1)
    if (fate !== 'arrives') return { ok: false, failure: { kind: 'offline' } }
    return { ok: true, value: { id, outcome: kept.get(id) === 1 ? 'stored' : 'held', serverTime: 1 } }
  }
  return { kept, send }
}

const idsOf = async (outbox: RecordOutbox): Promise<string[]> => (await outbox.after(0, 100)).map(({ body }) => body.id)

t.test('records are delivered in their order and then gone', async t => {
  const outbox = await openWith('a', 'b')
  await outbox.add({ kind: 'handovers', body: aHandover({ id: 'c' }) })
  const { kept, send } = service()
  t.same(await deliverRecords(outbox, send), { sent: 3, refused: 0, failure: null })
  t.same([...kept.keys()], ['a', 'b', 'c'])
  t.equal(await outbox.unsent(), 0)
})

t.test('a record is there after the page was closed', async t => {
  const first = await openRecordOutbox('records-kept')
  await first.add(aTrainingOf('a'))
  first.close()
  t.same(await idsOf(await openRecordOutbox('records-kept')), ['a'])
})

t.test('without a network nothing is lost, and the rest waits', async t => {
  const outbox = await openWith('a', 'b', 'c')
  const { kept, send } = service(['arrives', 'request-lost'])
  t.match(await deliverRecords(outbox, send), { sent: 1, failure: { kind: 'offline' } })
  t.same(await idsOf(outbox), ['b', 'c'])
  t.match(await deliverRecords(outbox, send), { sent: 2, failure: null })
  t.same([...kept.keys()], ['a', 'b', 'c'])
})

t.test('a lost answer costs a repetition, never a record', async t => {
  const outbox = await openWith('a')
  const { kept, send } = service(['answer-lost'])
  await deliverRecords(outbox, send)
  t.same(await idsOf(outbox), ['a'], 'nobody said that it arrived')
  t.match(await deliverRecords(outbox, send), { sent: 1, failure: null })
  t.equal(kept.get('a'), 2)
})

t.test('a record that the service will not take stays, and does not hold up the others', async t => {
  const outbox = await openWith('bad', 'good')
  const { send } = service([{ kind: 'refused', status: 400, code: 'invalid-field', detail: null }])
  t.same(await deliverRecords(outbox, send), { sent: 1, refused: 1, failure: null })
  t.same(await idsOf(outbox), ['bad'])
})

t.test('a service in trouble or a token that is no longer taken ends the round', async t => {
  for (const status of [401, 429, 500, 503]) {
    const outbox = await openWith('a', 'b')
    const failure: ApiFailure = { kind: 'refused', status, code: 'x', detail: null }
    t.same(await deliverRecords(outbox, service([failure]).send), { sent: 0, refused: 0, failure })
    t.equal(await outbox.unsent(), 2, `${status}`)
  }
})

t.test('an answer that names another record acknowledges nothing', async t => {
  const outbox = await openWith('a')
  const send: SendRecord = async () => ({ ok: true, value: { id: 'b', outcome: 'stored', serverTime: 1 } })
  t.same(await deliverRecords(outbox, send), { sent: 0, refused: 1, failure: null })
  t.equal(await outbox.unsent(), 1)
})

t.test('more than a page of records is delivered in one go', async t => {
  const ids = Array.from({ length: 120 }, (_, at) => `r${at}`)
  const outbox = await openWith(...ids)
  const { kept, send } = service()
  await deliverRecords(outbox, send)
  t.same([...kept.keys()], ids)
})
