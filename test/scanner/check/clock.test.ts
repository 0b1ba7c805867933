import t from 'tap'
import { type Clock, meetService, raiseFloor, readClock, recallClock, UNKNOWN_CLOCK } from '../../../scanner/check/clock.ts'
import { clockNotice } from '../../../scanner/check/clock-notice.ts'
import { provenMs } from '../../../scanner/check/proof-of-time.ts'
import { epochMs, epochSeconds } from '../../../shared/time.ts'
import { language } from '../../../ui/i18n/language.ts'
import { spanWords } from '../../../ui/i18n/clock.ts'
import { verifySignature } from '../../../scanner/check/web-crypto.ts'
import { seededRandom } from '../../support/frames/random.ts'
import { AT, makePass, makeTrust, publishedKey } from '../../support/pass-factory.ts'

const MINUTE = 60_000
const DAY = 24 * 3_600_000
const YEAR = 365 * DAY
/** Server time. */
const NOW = 1_600_000_000_000

/** A phone whose clock is `errorMs` ahead of the server's. */
const phone = (errorMs: number, monotonicMs = 0) => ({ deviceMs: NOW + monotonicMs + errorMs, monotonicMs })
const met = (errorMs: number): Clock => readClock(meetService(UNKNOWN_CLOCK, -errorMs, NOW), phone(errorMs), true)
const timeOf = (clock: Clock): number => (clock.last?.deviceMs ?? 0) + (clock.offsetMs ?? 0)
const after = (clock: Clock, reading: { deviceMs: number; monotonicMs: number }, isAwake = true): Clock =>
  readClock(clock, reading, isAwake)

t.test('a clock that is wrong from the start is corrected, and told with its size', async t => {
  for (const errorMs of [-DAY, YEAR, 3 * MINUTE, -3 * MINUTE]) {
    const clock = met(errorMs)
    t.equal(timeOf(clock), NOW)
    t.same(clockNotice(clock, NOW + errorMs), { kind: 'off', ms: errorMs, isAtLeast: false })
  }
  t.equal(clockNotice(met(90_000), NOW), null, 'a minute and a half disturbs nobody')
})

t.test('a clock that is set by hand while the page runs changes no verdict and is told at once', async t => {
  for (const jump of [-DAY, YEAR, -3 * MINUTE]) {
    const clock = after(met(0), phone(jump, 2_000))
    t.equal(timeOf(clock), NOW + 2_000, `${jump} ms`)
    t.same(clockNotice(clock, NOW + jump), { kind: 'moved', ms: jump, isCorrected: true })
    t.same(clockNotice(after(clock, phone(0, 4_000)), NOW), null, 'and set right again')
    t.equal(clockNotice(meetService(clock, -jump, NOW + 3_000), NOW + jump)?.kind, 'off', 'after a contact it is just wrong')
  }
})

t.test('a phone that slept was not set forward; set back it is found out even so', async t => {
  const slept = after(met(0), { deviceMs: NOW + 8 * 3_600_000, monotonicMs: 5_000 }, false)
  t.equal(timeOf(slept), NOW + 8 * 3_600_000)
  t.equal(clockNotice(slept, NOW + 8 * 3_600_000), null)
  t.equal(slept.basis, 'kept', 'but nobody vouches for its clock any more')
  const setBack = after(met(0), { deviceMs: NOW - 3_600_000, monotonicMs: 5_000 }, false)
  t.equal(timeOf(setBack), NOW + 5_000)
})

t.test('without any contact the clock is believed, and what it did is told', async t => {
  const first = after(UNKNOWN_CLOCK, phone(YEAR))
  t.equal(first.offsetMs, null)
  t.same(clockNotice(first, NOW), { kind: 'unchecked', sinceMs: null })
  const set = after(first, phone(0, 2_000))
  t.equal(set.offsetMs, null, 'who set it may have set it right')
  t.same(clockNotice(set, NOW), { kind: 'moved', ms: -YEAR, isCorrected: false })
})

t.test('nothing is before what was signed and seen', async t => {
  const kept = after(recallClock(UNKNOWN_CLOCK, 0, NOW), phone(-DAY))
  t.equal(timeOf(kept), NOW, 'the last contact was today, and the clock says yesterday')
  t.same(clockNotice(kept, NOW - DAY), { kind: 'off', ms: -DAY, isAtLeast: true })
  const signed = after(raiseFloor(kept, NOW + 2 * MINUTE), phone(-DAY, 1_000))
  t.equal(timeOf(signed), NOW + 2 * MINUTE + 1_000)
  t.equal(timeOf(after(signed, phone(-DAY, 61_000))), NOW + 3 * MINUTE + 1_000, 'and time goes on from there')
  t.equal(timeOf(raiseFloor(signed, NOW)), timeOf(signed), 'older data say nothing new')
  t.equal(meetService(signed, DAY, NOW).offsetMs, DAY, 'the service knows better')
})

t.test('what the service said in this run is not overruled by a signature of the far future', async t => {
  t.equal(timeOf(raiseFloor(met(0), NOW + 3_000)), NOW + 3_000, 'a few seconds are the network')
  t.equal(timeOf(raiseFloor(met(0), NOW + DAY)), NOW, 'a day is a stolen key')
})

t.test('a clock that was right for a day without a network is said to be unchecked', async t => {
  const kept = after(recallClock(UNKNOWN_CLOCK, 0, NOW), phone(0))
  t.equal(clockNotice(kept, NOW + DAY), null)
  t.same(clockNotice(kept, NOW + DAY + 1), { kind: 'unchecked', sinceMs: NOW })
})

t.test('whatever is done to the clock of a phone that met the service, time goes on as it does', async t => {
  const random = seededRandom(7)
  for (let run = 0; run < 300; run++) {
    let errorMs = Math.round((random.next() - 0.5) * 2 * YEAR)
    let clock = met(errorMs)
    for (let passed = 2_000; passed < 60_000; passed += 2_000) {
      if (random.next() < 0.2) errorMs += Math.round((random.next() - 0.5) * 2 * YEAR)
      clock = after(clock, phone(errorMs, passed))
      t.ok(Math.abs(timeOf(clock) - (NOW + passed)) < 2_000 * 30) || t.comment({ run, passed, errorMs })
    }
  }
})

t.test('a genuine pass of a key proves that the key has begun', async t => {
  const begins = epochSeconds(AT + 3600)
  const trust = makeTrust([publishedKey('issuer', { notBefore: begins })])
  const early = epochMs(AT * 1000)
  const text = makePass()
  t.equal(await provenMs(text, trust, early, verifySignature), begins * 1000)
  t.equal(await provenMs(text, trust, epochMs(begins * 1000), verifySignature), null, 'which is no news later')
  t.equal(await provenMs(text, trust, early, () => false), null, 'a forged one proves nothing')
  t.equal(await provenMs('CP1:', trust, early, verifySignature), null)
  const withdrawn = makeTrust([publishedKey('issuer', { notBefore: begins, revoked: true })])
  t.equal(await provenMs(text, withdrawn, early, verifySignature), null)
})

t.test('the size of an error is said as people say it', async t => {
  language.value = 'en'
  t.same([3 * MINUTE, -DAY, 25 * 3_600_000, YEAR, 3_600_000, 3_660_000].map(spanWords), [
    '3 min',
    '1 day',
    '1 d 1 h',
    '365 days',
    '1 h',
    '1 h 1 min'
  ])
  language.value = 'zh'
  t.equal(spanWords(-25 * 3_600_000), '1 天 1 小时')
})
