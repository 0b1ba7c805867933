import t from 'tap'
import type { Shown } from '../../../scanner/state/scan.ts'
import { closePanel, panel } from '../../../scanner/state/panel.ts'
import { createFollowUp } from '../../../scanner/state/follow-up.ts'
import {
  asksTemperature,
  press,
  quickReadings,
  READING_KEYS,
  readingOf,
  readingText,
  typedText
} from '../../../scanner/temperature/reading.ts'
import { noteHighReading } from '../../../scanner/temperature/high-readings.ts'
import { putAside, REST_MS, restLeftMs, resting, takeBack } from '../../../scanner/temperature/resting.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'
import type { Reason, Verdict } from '../../../shared/verify/reasons.ts'
import { memoryStorage } from '../../support/gate-log.ts'
import { seededRandom } from '../../support/frames/random.ts'

const typed = (keys: string): string => [...keys].reduce((state, key) => press(state, key === '<' ? 'back' : (key as '1')), '')

t.test('three digits are a reading, and the point stands by itself', async t => {
  t.equal(typedText(''), '––.–')
  t.equal(typedText(typed('3')), '3–.–')
  t.equal(typedText(typed('36')), '36.–')
  t.equal(typedText(typed('365')), '36.5')
  t.equal(readingOf(typed('36')), null)
  t.equal(readingOf(typed('365')), 365)
  t.equal(readingOf(typed('3659')), 365, 'a fourth digit changes nothing')
  t.equal(readingOf(typed('36<85')), 385, 'the last digit can be taken back')
  t.equal(typed('9015'), '', 'no thermometer begins like that')
})

t.test('whatever is pressed, what comes out is a reading that an entry can hold', async t => {
  const random = seededRandom(20)
  for (let run = 0; run < 500; run++) {
    let state = ''
    for (let step = 0; step < 12; step++) state = press(state, READING_KEYS[random.below(READING_KEYS.length)] ?? '0')
    const reading = readingOf(state)
    t.ok(reading === null || (reading >= 200 && reading < 500), state)
    if (reading !== null && typedText(state) !== readingText(reading)) t.fail(`${state} is shown as another`)
  }
})

t.test('the quick readings are 36.0 to 37.2 and never stop anybody', async t => {
  t.same(quickReadings(373).map(readingText).join(' '), '36.0 36.1 36.2 36.3 36.4 36.5 36.6 36.7 36.8 36.9 37.0 37.1 37.2')
  t.equal(quickReadings(370).at(-1), 369)
})

const shown = (verdict: Verdict, reasons: Reason[], entry: Partial<WireEntry> = {}): Shown =>
  ({
    text: null,
    decision: { verdict, headline: reasons[0] ?? 'OK', findings: reasons.map(reason => ({ reason })) },
    entry: { number: 1, follows: null, deviceMs: 1e12, offsetMs: 0, reasons, overrideReason: null, serial: null, ...entry }
  }) as unknown as Shown

t.test('a passage that waits for a temperature is asked at once, a refused one is not', async t => {
  t.ok(asksTemperature(shown('CHECK', ['TEMP']).decision))
  t.ok(asksTemperature(shown('CHECK', ['EXPIRED', 'TEMP']).decision), 'also where something else is to be asked')
  t.notOk(asksTemperature(shown('STOP', ['REVOKED', 'TEMP']).decision))
  t.notOk(asksTemperature(shown('PASS', []).decision))
  closePanel()
  const followUp = createFollowUp({ storage: memoryStorage(), now: () => 1e12 })
  followUp(shown('PASS', []))
  t.equal(panel.value, null)
  followUp(shown('CHECK', ['TEMP']))
  t.equal(panel.value, 'temperature')
  closePanel()
  followUp(shown('STOP', ['FEVER']))
  t.equal(panel.value, 'temperature')
})

t.test('who rests is waited for five minutes, by a clock that nobody can set', async t => {
  const one = shown('STOP', ['FEVER'], { number: 4 })
  putAside(one, 1_000)
  putAside(one, 2_000)
  t.equal(resting.value.length, 1, 'the same person once')
  const [person] = resting.value
  if (person === undefined) throw new Error('nobody rests')
  t.equal(restLeftMs(person, 2_000), REST_MS)
  t.equal(restLeftMs(person, 2_000 + REST_MS - 1), 1)
  t.equal(restLeftMs(person, 9_000 + REST_MS), 0)
  takeBack(person)
  t.same(resting.value, [])
})

t.test('the second high reading of a person is known as such, however often it is looked at', async t => {
  const first = shown('STOP', ['FEVER'], { number: 10 }).entry
  const second = shown('STOP', ['FEVER'], { number: 12, follows: 10 }).entry
  const other = shown('STOP', ['FEVER'], { number: 13 }).entry
  t.notOk(noteHighReading(first))
  t.notOk(noteHighReading(first))
  t.ok(noteHighReading(second))
  t.ok(noteHighReading(second))
  t.notOk(noteHighReading(other), 'somebody else')
})
