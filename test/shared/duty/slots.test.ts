import t from 'tap'
import { expectedEntries, expectedInSlot } from '../../../shared/duty/expected-entries.ts'
import { dutyEnd, PASS_DUTY_MS } from '../../../shared/duty/duty-end.ts'
import { afterTry, NO_TRIES, type PinTries, pinLockMs } from '../../../shared/duty/pin.ts'
import { cutDay, mayGiveBack, moveSlots, overlap } from '../../../shared/duty/slot-plan.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const MONDAY_8 = Date.UTC(2026, 10, 23, 0)

t.test('a day is cut into slots of some hours, the last one shorter where it must be', async t => {
  t.same(
    cutDay(0, 8, 18, 4).map(({ start, end }) => [start / HOUR, end / HOUR]),
    [
      [8, 12],
      [12, 16],
      [16, 18]
    ]
  )
  t.equal(cutDay(0, 0, 24, 4).length, 6)
  t.same(cutDay(0, 8, 8, 4), [])
})

t.test('moved slots keep their length and whatever else they have', async t => {
  t.same(moveSlots([{ start: 1, end: 3, places: 2 }], 10), [{ start: 11, end: 13, places: 2 }])
})

t.test('slots that only touch do not overlap', async t => {
  t.equal(overlap({ start: 0, end: 4 }, { start: 4, end: 8 }), false)
  t.equal(overlap({ start: 0, end: 5 }, { start: 4, end: 8 }), true)
  t.equal(overlap({ start: 5, end: 6 }, { start: 4, end: 8 }), true)
})

t.test('a place can be given back until the slot begins', async t => {
  t.equal(mayGiveBack({ start: 10, end: 20 }, 9), true)
  t.equal(mayGiveBack({ start: 10, end: 20 }, 10), false)
})

t.test('expected is the mean of the same hour and weekday of past weeks', async t => {
  const counts = new Map([
    [MONDAY_8 - WEEK, 30],
    [MONDAY_8 - 2 * WEEK, 50],
    [MONDAY_8 - WEEK - HOUR, 900],
    [MONDAY_8 - 24 * HOUR, 900]
  ])
  t.equal(expectedEntries(counts, 0, MONDAY_8, 2), 40, 'other hours and days count nothing')
  t.equal(expectedEntries(counts, 0, MONDAY_8, 4), 20, 'an hour without an entry is a quiet hour')
  t.equal(expectedEntries(counts, MONDAY_8 - WEEK, MONDAY_8, 4), 30, 'weeks before the log began are not quiet ones')
  t.equal(expectedEntries(counts, MONDAY_8 - HOUR, MONDAY_8, 4), null, 'less than a week of log tells nothing')
  t.equal(expectedEntries(new Map(), null, MONDAY_8, 4), null, 'no log at all')
})

t.test('a slot expects the sum of its hours, each as far as it lies within', async t => {
  const counts = new Map([
    [MONDAY_8 - WEEK, 30],
    [MONDAY_8 - WEEK + HOUR, 10]
  ])
  t.equal(expectedInSlot(counts, 0, { start: MONDAY_8, end: MONDAY_8 + 2 * HOUR }, 1), 40)
  t.equal(expectedInSlot(counts, 0, { start: MONDAY_8 + HOUR / 2, end: MONDAY_8 + 2 * HOUR }, 1), 25)
  t.equal(expectedInSlot(counts, null, { start: MONDAY_8, end: MONDAY_8 + HOUR }, 1), null)
})

t.test('a duty by pass ends with the slot under way, else after the usual time, never after the pass', async t => {
  const far = 1e15
  t.equal(dutyEnd(0, far, 3 * HOUR), 3 * HOUR)
  t.equal(dutyEnd(0, far, null), PASS_DUTY_MS)
  t.equal(dutyEnd(0, far, HOUR / 4), PASS_DUTY_MS, 'who comes shortly before the end comes for the next one')
  t.equal(dutyEnd(0, HOUR, 3 * HOUR), HOUR)
})

t.test('wrong PINs cost nothing at first, then ever more time, up to an hour; a right one forgets them', async t => {
  let tries: PinTries = NO_TRIES
  const locks: number[] = []
  for (let each = 0; each < 14; each++) {
    tries = afterTry(tries, false, 1000)
    locks.push(pinLockMs(tries, 1000) / 60_000)
  }
  t.same(locks, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  t.same(afterTry(tries, true, 1000), NO_TRIES)
  t.equal(pinLockMs(tries, 1000 + 2 * HOUR), 0)
  t.equal(pinLockMs(tries, -1e12), HOUR, 'a clock that went back locks for no longer')
})

t.test('a thief who tries all day gets few tries', async t => {
  let [tries, at, count] = [NO_TRIES, 0, 0]
  while (at < 24 * HOUR) {
    at += Math.max(1_000, pinLockMs(tries, at))
    tries = afterTry(tries, false, at)
    count++
  }
  t.ok(count < 40, `${count} of a million`)
})
