import t from 'tap'
import { formatLabel, formatSerial, formatTime } from '../../../server/print/card-model.ts'

t.test('times are printed as China Standard Time, with midnight as 00:00', t => {
  t.equal(formatTime(1_795_478_400), '2026-11-24 08:00')
  t.equal(formatTime(Date.UTC(2026, 11, 31, 16, 0) / 1000), '2027-01-01 00:00')
  t.equal(formatTime(Date.UTC(2026, 1, 28, 15, 59, 59) / 1000), '2026-02-28 23:59')
  t.equal(formatTime(Date.UTC(2051, 10, 25) / 1000), '2051-11-25 08:00', 'the last day that a pass can name')
  t.end()
})

t.test('a serial is two groups of four digits', t => {
  t.equal(formatSerial(0), '0000-0000')
  t.equal(formatSerial(123456), '0012-3456')
  t.equal(formatSerial(0xffffff), '1677-7215')
  t.end()
})

t.test('a plate gets the dot that it has on the car, and nothing else does', t => {
  const vehicle = (label: string): string => formatLabel({ kind: 'vehicle', label })
  t.equal(vehicle('鲁A12345'), '鲁A·12345')
  t.equal(vehicle('鲁AD12345'), '鲁A·D12345')
  t.equal(vehicle('鲁A1234挂'), '鲁A·1234挂')
  t.equal(vehicle('使014001'), '使014001')
  t.equal(formatLabel({ kind: 'person', label: '鲁A12345' }), '鲁A12345')
  t.end()
})
