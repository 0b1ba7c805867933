import t from 'tap'
import { formatCountdown, formatTime, fromLocalInput, toLocalInput } from '../../ui/i18n/format.ts'

/** 2026-11-23T16:30:05Z: already the 24th at the gate. */
const AT = Date.UTC(2026, 10, 23, 16, 30, 5)

t.test('times are those of the gate, in the reader’s language', async t => {
  t.equal(formatTime(AT, 'dateTime', 'zh'), '2026年11月24日 00:30')
  t.equal(formatTime(AT, 'dateTime', 'en'), '24 Nov 2026, 00:30')
  t.equal(formatTime(AT, 'date', 'zh'), '2026年11月24日')
  t.equal(formatTime(AT, 'timeSeconds', 'en'), '00:30:05', 'midnight is 00, not 24')
})

t.test('a time typed at the desk is the gate’s time, whatever the desk’s clock is set to', async t => {
  t.equal(toLocalInput(AT), '2026-11-24T00:30')
  t.equal(fromLocalInput('2026-11-24T00:30'), AT / 1000 - 5)
  t.equal(fromLocalInput(toLocalInput(0)), 0)
  for (const wrong of ['', '2026-11-24', '2026-13-24T00:30', 'tomorrow']) t.equal(fromLocalInput(wrong), null, wrong)
})

t.test('a countdown ends at zero', async t => {
  t.strictSame([605, 83, 5, 0, -3].map(formatCountdown), ['10:05', '1:23', '0:05', '0:00', '0:00'])
})
