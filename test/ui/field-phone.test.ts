import 'fake-indexeddb/auto'
import t from 'tap'
import { openKept } from '../../console/field/kept.ts'
import { changeOf, type OutgoingAttempt, type OutgoingChange, shownFields } from '../../console/field/outgoing.ts'
import { type FieldApi, synchronise } from '../../console/field/synchronise.ts'
import type { Delivery, DeliveryResult, FieldDoor, FieldSheet } from '../../shared/schema/survey-field.ts'
import { fail, ok } from '../../shared/result.ts'

const NETWORK = { code: 'network', path: null, status: 0, requestId: null } as const
const sheetOf = (id: number, change: Partial<FieldSheet> = {}): FieldSheet => ({
  ...{ id, version: 1, site: 1, building: '9', unit: '', room: String(id), tenure: 'own', landlord: null, note: null },
  ...{ members: [], vehicles: [] },
  ...change
})
const doorOf = (id: number, change: Partial<FieldSheet> = {}): FieldDoor => ({
  ...{ sheet: sheetOf(id, change), round: 'r1', standing: 'open', attempts: 0, last: null, nextAt: null, reported: false }
})
const visit = (id: string, household: number): OutgoingAttempt['body'] => ({
  ...{ household, round: 'r1', id, at: 1, nextAt: null, note: null },
  way: 'door',
  outcome: 'reached'
})
const attempt = (id: string, household = 1): OutgoingAttempt => ({
  ...{ kind: 'attempt', id, household, body: visit(id, household), state: 'waiting' }
})
const noteOf = (door: FieldDoor, text: string, id: string, before: OutgoingChange | null = null): OutgoingChange => {
  const fields = shownFields(door, before).set('/note', text)
  const change = changeOf(door, before, fields, { id, at: 1, how: 'door' })
  if (change === null) throw new Error('nothing changed')
  return change
}
const answer = (id: string, result: DeliveryResult['result'], sheet: FieldSheet | null = null): DeliveryResult => ({
  ...{ id, result, code: null, path: null, sheet, conflicts: [] }
})

/** The service as the phone meets it; `lost`: the delivery arrives and its answer does not. */
function aService(doors: FieldDoor[], answerOf = (id: string): DeliveryResult => answer(id, 'kept')) {
  const got: Delivery[] = []
  const service = { got, doors, lost: false, isDown: false }
  const api: FieldApi = {
    async deliver(body) {
      if (service.isDown) return fail(NETWORK)
      got.push(body)
      if (service.lost) return fail(NETWORK)
      const ids = [...body.changes, ...body.attempts].map(({ id }) => id)
      return ok({ results: ids.map(answerOf), serverTime: 1 })
    },
    async page(after) {
      if (service.isDown) return fail(NETWORK)
      const rest = service.doors.filter(({ sheet }) => sheet.id > (after ?? 0))
      const page = rest.slice(0, 2)
      return ok({ rounds: [], doors: page, next: rest.length > 2 ? (page.at(-1)?.sheet.id ?? null) : null, serverTime: 1 })
    },
    sites: () => []
  }
  return { service, api }
}
let accounts = 0
const fresh = () => openKept(`test-${accounts++}`)
const ids = async (kept: Awaited<ReturnType<typeof fresh>>) => (await kept.outbox()).map(({ id }) => id)

t.test('a list of several pages is on the phone, sealed, and follows the service', async t => {
  const { service, api } = aService([1, 2, 3, 4, 5].map(id => doorOf(id)))
  const kept = await fresh()
  t.equal(await synchronise(kept, api, () => 7), null)
  t.equal((await kept.doors()).length, 5)
  t.equal((await kept.meta())?.fetchedAt, 7)
  await kept.putOutgoing(attempt('a1', 2))
  service.doors = [doorOf(1)]
  service.lost = true
  await synchronise(kept, api, () => 8)
  t.equal((await kept.doors()).length, 5, 'half a conversation changes no list')
})

t.test('what was not acknowledged stays, and comes again under the same id', async t => {
  const { service, api } = aService([doorOf(1)])
  const kept = await fresh()
  await kept.putOutgoing(attempt('a1'))
  await kept.putOutgoing(noteOf(doorOf(1), 'x', 'c1'))
  service.isDown = true
  t.match(await synchronise(kept, api, () => 1), { code: 'network' })
  t.same((await ids(kept)).sort(), ['a1', 'c1'])
  service.isDown = false
  service.lost = true
  await synchronise(kept, api, () => 1)
  t.same((await ids(kept)).sort(), ['a1', 'c1'])
  t.match(
    (await kept.outbox()).find(({ id }) => id === 'c1'),
    { sent: true },
    'it may have arrived: it is not to become another'
  )
  service.lost = false
  t.equal(await synchronise(kept, api, () => 1), null)
  t.same(await ids(kept), [])
  t.same(service.got[0], service.got[1], 'the very same parcel')
})

t.test('a door that was handed on stays while something of it is unsent', async t => {
  const { service, api } = aService([doorOf(1), doorOf(2)], id => answer(id, 'not-yours'))
  const kept = await fresh()
  await synchronise(kept, api, () => 1)
  await kept.putOutgoing(noteOf(doorOf(2), 'x', 'c1'))
  service.doors = [doorOf(1)]
  t.equal(await synchronise(kept, api, () => 1), null)
  t.same(
    (await kept.doors()).map(({ sheet }) => sheet.id),
    [1, 2]
  )
  t.match(await kept.outbox(), [{ id: 'c1', state: 'not-yours' }])
  await kept.removeOutgoing('c1')
  await synchronise(kept, api, () => 1)
  t.same(
    (await kept.doors()).map(({ sheet }) => sheet.id),
    [1]
  )
})

t.test('an unsent change is replaced and keeps what was read, also when a newer sheet came down', async t => {
  const door = doorOf(1, { note: 'old' })
  const first = noteOf(door, 'mine', 'c1')
  const newer = doorOf(1, { note: 'office', tenure: 'rent', version: 2 })
  const again = noteOf(newer, 'mine, better', 'c2', first)
  t.match(again.body, { version: 1, edits: [{ path: '/note', before: 'old', after: 'mine, better' }] })
  const back = changeOf(door, first, shownFields(door, null), { id: 'c3', at: 1, how: 'door' })
  t.equal(back, null, 'back to what was read is no change')
})

t.test('a service that answers nothing of what was sent is not asked for ever', async t => {
  const { api } = aService([doorOf(1)], () => answer('other', 'kept'))
  const kept = await fresh()
  await kept.putOutgoing(attempt('a1'))
  t.match(await synchronise(kept, api, () => 1), { code: 'unexpected' })
  t.same(await ids(kept), ['a1'])
})

t.test('signing out deletes the list and its key', async t => {
  const kept = await openKept('gone')
  await kept.putDoors([doorOf(1)], new Set())
  await kept.destroy()
  t.same((await (await openKept('gone')).doors()).length, 0)
})
