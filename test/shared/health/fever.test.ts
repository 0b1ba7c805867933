import t from 'tap'
import { areOnePerson, type FeverReading, feverReadingOf, SECOND_WITHIN_MS } from '../../../shared/health/fever.ts'
import type { Reason } from '../../../shared/verify/reasons.ts'

const entry = (change: object = {}) => ({
  number: 2,
  follows: null,
  serial: 7,
  kind: 'person',
  driver: null,
  reasons: ['FEVER'] as Reason[],
  overrideReason: null,
  ...change
})
const reading = (change: Partial<FeverReading> = {}): FeverReading => ({
  device: 'a',
  number: 1,
  follows: null,
  serial: 7,
  at: 1_000_000_000,
  ...change
})

t.test('an entry is a high reading when it says so itself', async t => {
  t.match(feverReadingOf('a', 5, entry()), { device: 'a', number: 2, serial: 7, at: 5 })
  t.equal(feverReadingOf('a', 5, entry({ reasons: ['TEMP'] })), null)
  t.equal(feverReadingOf('a', 5, entry({ overrideReason: '就医' })), null, 'an override repeats reasons and measures nothing')
})

t.test('nobody is named by a code that was not proved, and a car has no fever', async t => {
  t.equal(feverReadingOf('a', 5, entry({ reasons: ['FORGED', 'FEVER'] }))?.serial, null)
  t.equal(feverReadingOf('a', 5, entry({ reasons: ['KEY', 'FEVER'] }))?.serial, null)
  t.equal(feverReadingOf('a', 5, entry({ kind: 'vehicle' }))?.serial, null)
  t.equal(feverReadingOf('a', 5, entry({ kind: 'vehicle', driver: 9 }))?.serial, 9)
})

t.test('two high readings are one person when one goes on from the other, or the same pass within the hour', async t => {
  const first = reading()
  const cases: [string, Partial<FeverReading>, boolean][] = [
    ['goes on from it, hours later and without a pass', { number: 2, follows: 1, serial: null, at: first.at + 9e6 }, true],
    ['goes on from another', { number: 3, follows: 2, serial: null }, false],
    ['the same number of another phone', { device: 'b', number: 2, follows: 1, serial: null }, false],
    ['the same pass at another gate', { device: 'b', number: 1, at: first.at + SECOND_WITHIN_MS }, true],
    ['the same pass a moment too late', { device: 'b', number: 1, at: first.at + SECOND_WITHIN_MS + 1 }, false],
    ['another pass', { device: 'b', serial: 8 }, false],
    ['itself', {}, false]
  ]
  for (const [name, change, expected] of cases) {
    t.equal(areOnePerson(first, reading(change)), expected, name)
    t.equal(areOnePerson(reading(change), first), expected, `${name}, told the other way round`)
  }
  t.notOk(areOnePerson(reading({ serial: null }), reading({ device: 'b', serial: null })), 'two people without a pass')
})
