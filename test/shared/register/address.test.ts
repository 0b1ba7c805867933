import t from 'tap'
import { addressKey, addressText, parseAddress, readAddress } from '../../../shared/register/address.ts'

t.test('a door is read as people write it', async t => {
  for (const [text, expected] of [
    ['9-2-1103', '9-2-1103'],
    ['9号楼2单元1103室', '9-2-1103'],
    ['９#2-1103', '9-2-1103'],
    [' 9 2 1103 ', '9-2-1103'],
    ['09－02－1103', '9-2-1103'],
    ['A座1103', 'A-1103'],
    ['a-1103a', 'A-1103A'],
    ['12栋3单元501户', '12-3-501']
  ] as const) {
    const address = readAddress(text)
    t.equal(address === null ? null : addressText(address), expected, text)
  }
})

t.test('what is no door is none', async t => {
  for (const text of ['', '1103', '1-2-3-4', '13800138000', '9-2-<b>', 'xxxxxxxxxxx-1']) t.equal(readAddress(text), null, text)
})

t.test('a failure names its part; a building may have no unit', async t => {
  t.match(parseAddress({ building: '', unit: '', room: '1' }), { failure: 'building' })
  t.match(parseAddress({ building: '9', unit: '?', room: '1' }), { failure: 'unit' })
  t.match(parseAddress({ building: '9', unit: '', room: ' ' }), { failure: 'room' })
  t.match(parseAddress({ building: '9号楼', unit: '', room: '101室' }), { value: { building: '9', unit: '', room: '101' } })
  t.match(parseAddress({ building: '号', unit: '', room: '1' }), { value: { building: '号' } })
})

t.test('keys sort as people count, and one door has one key', async t => {
  const doors = ['9-1-101', '9-2-101', '9-10-101', '10-1-101', '10-1-1001']
  const keys = doors.map(text => addressKey(readAddress(text) as NonNullable<ReturnType<typeof readAddress>>))
  t.same([...keys].sort(), keys)
  t.equal(addressKey({ building: '9', unit: '', room: '101' }), '00009--00101')
})
