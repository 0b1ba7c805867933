import t from 'tap'
import { concatBytes, equalBytes, fromBase64Url, fromHex, toBase64Url, toHex } from '../../shared/bytes.ts'
import { epochMs, epochSeconds, minuteToSeconds, passMinute, secondsOf, secondsToMinute } from '../../shared/time.ts'
import { seededRandom } from '../support/frames/random.ts'

const random = seededRandom(64)
const SAMPLES = [0, 1, 2, 3, 4, 5, 31, 32, 33, 255, 256, 1000].map(count =>
  Buffer.from(Array.from({ length: count }, () => random.below(256)))
)

t.test('hexadecimal and base64url are those of Buffer, both ways', async t => {
  for (const bytes of [...SAMPLES, Buffer.alloc(9, 255), Buffer.from('fbff', 'hex')]) {
    t.equal(toHex(bytes), bytes.toString('hex'))
    t.equal(toBase64Url(bytes), bytes.toString('base64url'))
    t.same(fromHex(toHex(bytes)), new Uint8Array(bytes))
    t.same(fromBase64Url(toBase64Url(bytes)), new Uint8Array(bytes))
  }
})

t.test('other text is refused, where Buffer would read what it can', async t => {
  for (const hex of ['0', 'AB', '0g', ' 00', '00\n', '0x00', 'ä0']) t.equal(fromHex(hex), null, JSON.stringify(hex))
  for (const text of ['A', 'AAAAA', 'AA==', 'A+AA', 'A/AA', 'AA A', 'AAA\n', 'ä000', '\ud842\udfb7AA', 'AB', 'AAB', '__'])
    t.equal(fromBase64Url(text), null, JSON.stringify(text))
})

t.test('bytes are joined in order and compared by value', async t => {
  t.same(concatBytes(), new Uint8Array(0))
  t.same(concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)), Uint8Array.of(1, 2, 3))
  t.ok(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)))
  t.notOk(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)))
  t.notOk(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)))
  t.notOk(equalBytes(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2)))
})

t.test('the clock of passes counts minutes since 2020 and ends in November 2051', async t => {
  const iso = (minute: number): string => new Date(minuteToSeconds(passMinute(minute)) * 1000).toISOString()
  t.equal(iso(0), '2020-01-01T00:00:00.000Z')
  t.equal(iso(0xffffff), '2051-11-24T20:15:00.000Z')
  for (const minute of [0, 1, 54_720, 0xffffff]) {
    const second = minuteToSeconds(passMinute(minute))
    t.equal(secondsToMinute(second), minute)
    t.equal(secondsToMinute(epochSeconds(second + 59)), minute, 'the minute in which it lies')
    t.equal(secondsToMinute(epochSeconds(second + 60)), minute + 1)
  }
  t.equal(secondsOf(epochMs(1_999)), 1)
})
