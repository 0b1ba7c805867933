import t from 'tap'
import { completions, type KnownPlate, meetPlate, PLATE_KEPT_MS, usualBegin } from '../../../scanner/vehicle/known-plates.ts'
import {
  deleteLast,
  endingsAfter,
  isWhole,
  keysFor,
  nextCharacters,
  typeCharacter
} from '../../../scanner/vehicle/plate-keypad.ts'
import { knownPlates, recallPlates, rememberPlate } from '../../../scanner/vehicle/plate-memory.ts'
import { PLATES_KEY } from '../../../scanner/vehicle/plates-key.ts'
import { PROVINCES } from '../../../scanner/vehicle/plate-shapes.ts'
import { parsePlate } from '../../../shared/identity/plate.ts'
import { seededRandom } from '../../support/frames/random.ts'
import { memoryStorage } from '../../support/gate-log.ts'

const typed = (text: string): string => [...text].reduce(typeCharacter, '')

t.test('every kind of plate can be typed, key by key', async t => {
  const plates = [
    '鲁A12345',
    '鲁A1B2C3',
    '鲁AD12345',
    '鲁ADA2345',
    '鲁A12345D',
    '粤Z1234港',
    '粤Z12A4澳',
    '鲁A1234警',
    '鲁O1234警'
  ]
  plates.push('鲁A1234学', '鲁A1234挂', '鲁A1234试', '鲁A1234超', '沪A0023领', '使014578', '014578使', 'WJ鲁1234X', 'WJ12345')
  plates.push('VA12345', '鲁X1234应急')
  for (const plate of plates) {
    t.equal(typed(plate), plate)
    t.ok(isWhole(plate), plate)
  }
})

t.test('a key that leads to no plate changes nothing', async t => {
  t.equal(typed('鲁I'), '鲁', 'no plate has an I')
  t.equal(typed('鲁A1I2'), '鲁A12')
  t.equal(typed('鲁A123456'), '鲁A12345', 'eight places are for new-energy cars')
  t.equal(typed('鲁A12345港'), '鲁A12345')
  t.equal(typed('台A'), 'A', 'no such province; a letter alone begins a military plate')
  t.equal(deleteLast('鲁A'), '鲁')
  t.equal(deleteLast(''), '')
})

t.test('whatever way the keys lead, there is a next one or a whole plate, and it is one of GA 36', async t => {
  const random = seededRandom(36)
  for (let run = 0; run < 3_000; run++) {
    let plate = ''
    for (;;) {
      const next = [...nextCharacters(plate)]
      if (next.length === 0 || (isWhole(plate) && random.next() < 0.5)) break
      plate = typeCharacter(plate, next[random.below(next.length)] ?? '')
    }
    if (!parsePlate(plate).ok) t.fail(plate)
  }
  t.equal(PROVINCES.length, 31)
  t.equal(new Set(PROVINCES).size, 31)
})

t.test('keys come in the order of a plate', async t => {
  t.equal(keysFor(''), 'provinces')
  t.equal(keysFor('鲁'), 'letters')
  t.equal(keysFor('鲁A'), 'digits')
  t.equal(keysFor('鲁A12345'), 'letters', 'only a new-energy letter can still follow')
  t.same(endingsAfter('鲁A1234'), ['警', '学', '挂', '试', '超', '领'])
  t.same(endingsAfter('粤Z1234'), ['警', '学', '挂', '试', '超', '领', '港', '澳'])
  t.same(endingsAfter('鲁X1234'), ['警', '学', '挂', '试', '超', '领', '应'])
  t.same(endingsAfter('鲁X1234应'), ['急'])
  t.same(endingsAfter('014578'), ['使'])
  t.same(endingsAfter(''), [])
})

const known = (plate: string, times = 1, lastMs = 0): KnownPlate => ({ plate, times, lastMs })

t.test('known plates are offered by their begin, then by the digits that a driver calls out', async t => {
  const all = [known('鲁A12345'), known('鲁A12999', 5), known('鲁B77123', 9), known('鄂A00123')]
  t.same(completions(all, '鲁A12', 4), ['鲁A12999', '鲁A12345', '鲁B77123', '鄂A00123'])
  t.same(completions(all, '鲁A', 4), ['鲁A12999', '鲁A12345'])
  t.same(completions(all, '鲁A123', 4), ['鲁A12345', '鲁B77123', '鄂A00123'])
  t.same(completions(all, '鲁A12345', 4), [], 'what is whole needs no completion')
  t.same(completions(all, '', 2), ['鲁B77123', '鲁A12999'], 'the most frequent ones before the first key')
  t.equal(usualBegin(all), '鲁B')
  t.equal(usualBegin([known('临牌 3')]), null)
})

t.test('plates are kept two days', async t => {
  const storage = memoryStorage()
  const now = 1e12
  rememberPlate(storage, '鲁A12345', now - PLATE_KEPT_MS - 1)
  rememberPlate(storage, '鲁B12345', now - 5)
  rememberPlate(storage, '鲁B12345', now)
  t.same(knownPlates.value, [known('鲁B12345', 2, now)])
  knownPlates.value = []
  recallPlates(storage, now)
  t.same(knownPlates.value, [known('鲁B12345', 2, now)], 'also after a restart')
  recallPlates(storage, now + PLATE_KEPT_MS + 1)
  t.same(knownPlates.value, [])
  storage.setItem(PLATES_KEY, '[{"plate":1},{"plate":"鲁B12345","times":1,"lastMs":1000000000000}]')
  recallPlates(storage, now)
  t.same(
    knownPlates.value.map(({ plate }) => plate),
    ['鲁B12345'],
    'what is no plate is left out'
  )
  storage.setItem(PLATES_KEY, '{')
  recallPlates(storage, now)
  t.same(knownPlates.value, [])
  t.equal(
    meetPlate(
      Array.from({ length: 400 }, (_, at) => known(`鲁A${at}`, 1, now)),
      '鲁A9',
      now
    ).length,
    300
  )
})
