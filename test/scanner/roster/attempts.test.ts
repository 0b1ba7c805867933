import t from 'tap'
import { type Attempts, countMiss, keepAttempts, NO_ATTEMPTS, recallAttempts, waitMs } from '../../../scanner/roster/attempts.ts'
import { memoryStorage } from '../../support/gate-log.ts'

const NOW = 1_600_000_000_000
const MINUTE = 60_000
const missed = (times: number, at = NOW): Attempts => {
  let attempts = NO_ATTEMPTS
  for (let time = 0; time < times; time++) attempts = countMiss(attempts, at)
  return attempts
}

t.test('five slips cost nothing, then each number that nobody has doubles the wait', async t => {
  t.equal(waitMs(missed(4), NOW), 0)
  t.equal(waitMs(missed(5), NOW), 30_000)
  t.equal(waitMs(missed(6), NOW), 60_000)
  t.equal(waitMs(missed(40), NOW), 15 * MINUTE, 'and has an end')
  t.equal(waitMs(missed(5), NOW + 20_000), 10_000)
})

t.test('one is forgiven every ten minutes, none is forgotten', async t => {
  const later = countMiss(missed(8), NOW + 30 * MINUTE)
  t.match(later, { recent: 6, misses: 9 })
})

t.test('setting the clock back makes no wait shorter, and none longer than the longest', async t => {
  t.equal(waitMs(missed(5), NOW - 86_400_000), 30_000)
})

t.test('who tries without a pause finds out little in a day', async t => {
  let attempts = NO_ATTEMPTS
  let now = NOW
  while (now < NOW + 86_400_000) {
    now += waitMs(attempts, now) + 1_000
    attempts = countMiss(attempts, now)
  }
  t.ok(attempts.misses < 160, `${attempts.misses} tries`)
})

t.test('a reload does not forget them, and what is not ours counts as none', async t => {
  const storage = memoryStorage()
  keepAttempts(storage, missed(6))
  t.same(recallAttempts(storage), missed(6))
  storage.setItem('checkpoint.gate.roster-attempts', '{')
  t.same(recallAttempts(storage), NO_ATTEMPTS)
})
