import { pbkdf2Sync } from 'node:crypto'
import t from 'tap'
import { isPinOf, keptTries, noteTry } from '../../../scanner/duty/check-pin.ts'
import { keepDuty, keepHandover, keptDuty, keptHandover } from '../../../scanner/duty/kept-duty.ts'
import { keepSlots, keptSlots } from '../../../scanner/duty/kept-slots.ts'
import { EARLY_MS, pinPlaces, slotEndAt } from '../../../scanner/duty/pin-places.ts'
import { beginOfShift, summarise } from '../../../scanner/duty/hand-over.ts'
import { NO_TRIES, pinLockMs } from '../../../shared/duty/pin.ts'
import type { GateSlots } from '../../../shared/schema/shifts.ts'
import { memoryStorage, openPhone, PASSAGE } from '../../support/gate-log.ts'

const HOUR = 3_600_000
const AT = 1_600_000_000_000
const aPlace = (id: string) => ({ id, name: `${id}*`, salt: 'c2FsdA', hash: 'aGFzaA' })
const PLAN: GateSlots = {
  iterations: 1000,
  slots: [
    { gate: 'west', start: AT - HOUR, end: AT + HOUR, places: [aPlace('w')] },
    { gate: 'east', start: AT - HOUR, end: AT + 2 * HOUR, places: [aPlace('a'), aPlace('b')] },
    { gate: 'east', start: AT + EARLY_MS, end: AT + 5 * HOUR, places: [aPlace('next')] },
    { gate: 'east', start: AT + EARLY_MS + 1, end: AT + 5 * HOUR, places: [aPlace('later')] },
    { gate: 'east', start: AT - 5 * HOUR, end: AT, places: [aPlace('gone')] }
  ]
}

t.test('who may sign in by PIN: this gate first, not too early, not after the end', async t => {
  t.same(
    pinPlaces(PLAN, 'east', AT).map(({ id }) => id),
    ['a', 'b', 'next', 'w']
  )
  t.same(pinPlaces(null, 'east', AT), [])
})

t.test('the slot under way at a gate ends a duty by pass', async t => {
  t.equal(slotEndAt(PLAN, 'east', AT), AT + 2 * HOUR)
  t.equal(slotEndAt(PLAN, 'north', AT), null)
  t.equal(slotEndAt(null, 'east', AT), null)
})

t.test('a PIN fits its own hash and no other', async t => {
  const salt = Buffer.from('some salt bytes!')
  const hash = pbkdf2Sync('048213', salt, 1000, 32, 'sha256').toString('base64url')
  const place = { salt: salt.toString('base64url'), hash }
  t.equal(await isPinOf('048213', place, 1000), true)
  t.equal(await isPinOf('048214', place, 1000), false)
  t.equal(await isPinOf('048213', place, 1001), false)
})

t.test('wrong tries are kept over a reload, and a right one forgets them', async t => {
  const storage = memoryStorage()
  for (let each = 0; each < 5; each++) noteTry(storage, false, AT)
  t.equal(keptTries(storage).wrong, 5)
  t.equal(pinLockMs(keptTries(storage), AT), 60_000)
  noteTry(storage, true, AT)
  t.same(keptTries(storage), NO_TRIES)
  storage.setItem('checkpoint.gate.pin', 'rubbish')
  t.same(keptTries(storage), NO_TRIES)
})

t.test('plan, duty and the last note survive a reload; what is not ours counts as nothing', async t => {
  const storage = memoryStorage()
  t.equal(keptSlots(storage), null)
  keepSlots(storage, PLAN)
  t.same(keptSlots(storage), PLAN)
  storage.setItem('checkpoint.gate.slots', '{"slots":7}')
  t.equal(keptSlots(storage), null)
  const on = { operator: 'pass-7', name: '李*', since: AT, endsAt: AT + HOUR, staysOn: false }
  keepDuty(storage, on)
  t.same(keptDuty(storage), on)
  keepDuty(storage, null)
  t.equal(keptDuty(storage), null)
  storage.setItem('checkpoint.gate.duty', '{"operator":"pass-7"}')
  t.equal(keptDuty(storage), null)
  keepHandover(storage, { at: AT, note: '电梯' })
  t.same(keptHandover(storage), { at: AT, note: '电梯' })
  storage.setItem('checkpoint.gate.handover', 'x')
  t.equal(keptHandover(storage), null)
})

t.test('a storage that is full keeps nobody from serving', async t => {
  const full = {
    ...memoryStorage(),
    setItem: () => {
      throw new Error('full')
    }
  }
  keepSlots(full, PLAN)
  keepDuty(full, { operator: 'pass-7', name: '李*', since: AT, endsAt: AT + HOUR, staysOn: false })
  t.equal(noteTry(full, false, AT).wrong, 1)
})

t.test('a shift is what this phone logged since the last hand-over, by corrected time', async t => {
  t.equal(beginOfShift(5, 3, 100), 5)
  t.equal(beginOfShift(null, 3, 100), 3)
  t.equal(beginOfShift(null, null, AT), AT - 12 * HOUR)
  const phone = await openPhone()
  const before = await phone.log.append(PASSAGE)
  const stopped = await phone.log.append({
    ...PASSAGE,
    deviceMs: (AT - 1000) as never,
    offsetMs: 2000,
    admitted: false,
    verdict: 'STOP',
    reasons: ['REVOKED']
  })
  const found = summarise([before, stopped], AT + 500)
  t.match(found, { since: AT + 500, counts: { in: 0, admitted: 0, refused: [{ reason: 'REVOKED', count: 1 }] } })
  t.match(found.open, [{ number: stopped.number, at: AT + 1000, label: null }])
})
