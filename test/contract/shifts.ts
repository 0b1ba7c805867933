import type { Test } from 'tap'
import type { PlaceRow, SlotRow, VolunteerRow } from '../../server/ports/shift-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, anEntry } from './samples.ts'
import { withStorage } from './with-storage.ts'

const HOUR = 3_600_000

const aSlot = (id: string, change: Partial<SlotRow> = {}): SlotRow => ({
  id,
  site: 1,
  gate: 'g1',
  start: AT,
  end: AT + 4 * HOUR,
  places: 2,
  ...change
})
const aVolunteer = (id: string, change: Partial<VolunteerRow> = {}): VolunteerRow => ({
  id,
  site: 1,
  nameSealed: 'name',
  phoneSealed: 'phone',
  phoneIndex: `index-${id}`,
  linkVersion: 1,
  createdAt: AT,
  ...change
})
const aPlace = (slot: string, volunteer: string, change: Partial<PlaceRow> = {}): PlaceRow => ({
  id: `${slot}-${volunteer}`,
  slot,
  volunteer,
  takenAt: AT,
  takenBy: 'volunteer',
  salt: 'salt',
  hash: 'hash',
  ...change
})
const WIDE = { site: 1, fromMs: 0, toMs: AT * 2 }

export function shiftContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a slot of the same gate and time is there once', async (t, storage) => {
    t.equal(await storage.addSlots([aSlot('a'), aSlot('b', { gate: 'g2' })]), 2)
    t.equal(await storage.addSlots([aSlot('c', { places: 9 }), aSlot('d', { start: AT + 1 })]), 1)
    t.same(
      (await storage.slots(WIDE)).map(({ id }) => id),
      ['a', 'b', 'd']
    )
    t.same(await storage.slot('a'), aSlot('a'))
    t.equal(await storage.slot('c'), null)
  })
  withStorage(t, open, 'slots are those that touch the stretch of time, at the site', async (t, storage) => {
    await storage.addSlots([aSlot('a'), aSlot('b', { site: 2, gate: 'g2' })])
    const found = async (fromMs: number, toMs: number) => (await storage.slots({ site: 1, fromMs, toMs })).map(({ id }) => id)
    t.same(await found(AT + HOUR, AT + 2 * HOUR), ['a'])
    t.same(await found(AT + 4 * HOUR, AT + 5 * HOUR), [], 'the end is excluded')
    t.same(await found(AT - HOUR, AT), [])
  })
  withStorage(t, open, 'one volunteer a phone and site', async (t, storage) => {
    t.equal(await storage.addVolunteer(aVolunteer('v1', { phoneIndex: 'same' })), true)
    t.equal(await storage.addVolunteer(aVolunteer('v2', { phoneIndex: 'same' })), false)
    t.equal(await storage.addVolunteer(aVolunteer('v3', { phoneIndex: 'same', site: 2 })), true)
    t.same(await storage.volunteerByPhone(1, 'same'), aVolunteer('v1', { phoneIndex: 'same' }))
    t.same(await storage.volunteer('v2'), null)
    t.same(
      (await storage.volunteers(1)).map(({ id }) => id),
      ['v1']
    )
  })
  withStorage(t, open, 'never more places than there are, also for all who come at once', async (t, storage) => {
    await storage.addSlots([aSlot('a')])
    const people = ['v1', 'v2', 'v3', 'v4']
    for (const id of people) await storage.addVolunteer(aVolunteer(id))
    const outcomes = await Promise.all(people.map(id => storage.takePlace(aPlace('a', id))))
    t.same(outcomes.sort(), ['full', 'full', 'taken', 'taken'])
    t.equal((await storage.slots(WIDE))[0]?.taken.length, 2)
  })
  withStorage(t, open, 'nobody twice in a slot, or in two that overlap', async (t, storage) => {
    await storage.addSlots([
      aSlot('a'),
      aSlot('b', { gate: 'g2', start: AT + HOUR }),
      aSlot('c', { start: AT + 4 * HOUR, end: AT + 5 * HOUR })
    ])
    t.equal(await storage.takePlace(aPlace('a', 'v1')), 'taken')
    t.equal(await storage.takePlace(aPlace('a', 'v1', { id: 'again' })), 'double')
    t.equal(await storage.takePlace(aPlace('b', 'v1')), 'overlap')
    t.equal(await storage.takePlace(aPlace('c', 'v1')), 'taken', 'one after the other is no overlap')
    t.equal(await storage.takePlace(aPlace('none', 'v1')), 'missing')
    t.same(
      (await storage.slotsOf('v1', 0)).map(({ id }) => id),
      ['a', 'c']
    )
    t.same(
      (await storage.slotsOf('v1', AT + 4 * HOUR)).map(({ id }) => id),
      ['c']
    )
  })
  withStorage(t, open, 'a place is given back once, and free again', async (t, storage) => {
    await storage.addSlots([aSlot('a', { places: 1 })])
    await storage.takePlace(aPlace('a', 'v1'))
    t.same(await storage.placeById('a-v1'), aPlace('a', 'v1'))
    t.equal(await storage.takePlace(aPlace('a', 'v2')), 'full')
    t.equal(await storage.removePlace('a', 'v1'), true)
    t.equal(await storage.removePlace('a', 'v1'), false)
    t.equal(await storage.takePlace(aPlace('a', 'v2')), 'taken')
    t.equal(await storage.placeById('a-v1'), null)
  })
  withStorage(t, open, 'a slot goes only while nobody has a place in it', async (t, storage) => {
    await storage.addSlots([aSlot('a')])
    await storage.takePlace(aPlace('a', 'v1'))
    t.equal(await storage.removeSlot('a'), 'taken')
    await storage.removePlace('a', 'v1')
    t.equal(await storage.removeSlot('a'), 'removed')
    t.equal(await storage.removeSlot('a'), 'missing')
  })
  withStorage(t, open, 'passages are counted by gate and hour', async (t, storage) => {
    const hour = Math.floor(AT / HOUR) * HOUR
    t.equal(await storage.firstEntryAt(1), null)
    await storage.appendEntries([
      anEntry('d1', 1, { at: hour }),
      anEntry('d1', 2, { at: hour + HOUR - 1 }),
      anEntry('d1', 3, { at: hour + HOUR }),
      anEntry('d1', 4, { at: hour, gate: 'g2' }),
      anEntry('d1', 5, { at: hour, site: 2 })
    ])
    t.same(
      [...(await storage.hourCounts(1, 'g1', 0))].sort(([a], [b]) => a - b),
      [
        [hour, 2],
        [hour + HOUR, 1]
      ]
    )
    await storage.appendEntries([
      anEntry('d2', 1, { at: hour + 9, operator: 'slot-a' }),
      anEntry('d2', 2, { at: hour + 5, operator: 'slot-a' }),
      anEntry('d2', 3, { at: hour + HOUR, operator: 'slot-b' })
    ])
    t.same(await storage.firstEntriesOf(1, hour, hour + HOUR), new Map([['slot-a', hour + 5]]))
    t.equal((await storage.hourCounts(1, 'g1', hour + HOUR)).size, 1)
    t.equal(await storage.firstEntryAt(1), hour)
  })
}
