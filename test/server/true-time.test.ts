import t from 'tap'
import { trueTimes } from '../../server/domain/true-time.ts'
import { epochMs } from '../../shared/time.ts'

const DAY = 86_400_000
const YEAR = 365 * DAY
/** Server time when a batch arrived; the run that sent it began an hour before. */
const RECEIVED = 1_600_000_000_000
const HOUR = 3_600_000
const BEGAN = RECEIVED - HOUR

type Made = { errorMs?: number; offsetMs?: number | null; boot?: string }
/** An entry made `after` the run began, by a phone whose clock is `errorMs` ahead. */
const entry = (after: number, { errorMs = 0, offsetMs = 0, boot = 'run' }: Made = {}) => ({
  deviceMs: epochMs(BEGAN + after + errorMs),
  monotonicMs: after,
  boot,
  offsetMs
})
const sent = (errorMs = 0) => ({ receivedAt: RECEIVED, deviceMs: RECEIVED + errorMs, boot: 'run', monotonicMs: HOUR })
const timesOf = (entries: Parameters<typeof trueTimes>[0], delivery: Parameters<typeof trueTimes>[1]) =>
  trueTimes(entries, delivery).map(at => at - BEGAN)

t.test('an offset that the phone knew corrects its clock', async t => {
  t.same(timesOf([entry(60_000, { errorMs: -DAY, offsetMs: DAY })], sent(-DAY)), [60_000])
  t.same(timesOf([entry(60_000, { errorMs: YEAR, offsetMs: -YEAR, boot: 'other' })], sent(YEAR)), [60_000])
})

t.test('a phone that had never met the service is corrected by the clock that cannot be set', async t => {
  for (const errorMs of [-DAY, YEAR]) t.same(timesOf([entry(60_000, { errorMs, offsetMs: null })], sent(errorMs)), [60_000])
  const jumped = [entry(60_000, { errorMs: YEAR, offsetMs: null }), entry(120_000, { errorMs: -DAY, offsetMs: null })]
  t.same(timesOf(jumped, sent()), [60_000, 120_000], 'however often it was set since')
})

t.test('an entry of an earlier run is corrected by its neighbour, or by the clock that sends it', async t => {
  const early = entry(60_000, { errorMs: -DAY, offsetMs: null, boot: 'earlier' })
  const later = entry(90_000, { errorMs: 0, offsetMs: 0, boot: 'earlier' })
  t.same(timesOf([early, later], sent()), [60_000, 90_000])
  t.same(timesOf([early], sent(-DAY)), [60_000])
})

t.test('nothing happened after it arrived, nor later than the counter allows', async t => {
  t.same(timesOf([entry(60_000, { errorMs: YEAR })], sent()), [60_000])
  t.same(timesOf([entry(60_000, { errorMs: YEAR, boot: 'earlier' })], sent()), [HOUR])
  t.same(timesOf([entry(60_000, { errorMs: 3_000 })], sent()), [63_000], 'but seconds are not argued about')
  const untold = { receivedAt: RECEIVED, deviceMs: RECEIVED }
  t.same(timesOf([entry(60_000, { errorMs: YEAR }), entry(60_000)], untold), [HOUR, 60_000], 'an app that tells no counter')
})
