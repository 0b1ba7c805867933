import t from 'tap'
import { passagesToSign, passageTextOf, readPassageText, refusePassages } from '../../../shared/carry/passage-text.ts'
import { passMinute } from '../../../shared/time.ts'

const HOUR = 3_600_000
const NOW = 1_600_000_000_000
const CONTENT = { realm: 'r', site: 1, device: 'a', madeAt: NOW, passages: [[7, 1, passMinute(9)]] as const }
const TEXT = passageTextOf(CONTENT, 'c2ln')
const SELF = { realm: 'r', site: 1, device: 'b' }

t.test('what is read is what was written, and everything else is refused', t => {
  t.same(readPassageText(JSON.stringify(TEXT)), TEXT)
  const others = [null, {}, { ...TEXT, format: 'checkpoint-recent-2' }, { ...TEXT, signature: null }, { ...TEXT, madeAt: 'now' }]
  const passages = [[[7, 3, 9]], [[7, 1]], [[-1, 1, 9]], [['7', 1, 9]], [null], 'none']
  for (const other of [...others, ...passages.map(each => ({ ...TEXT, passages: each }))])
    t.equal(readPassageText(JSON.stringify(other)), null, JSON.stringify(other))
  t.equal(readPassageText('{'), null)
  t.end()
})

t.test('only another device of the same realm and site is heard, and only within twelve hours', t => {
  t.equal(refusePassages(TEXT, SELF, NOW), null)
  t.equal(refusePassages(TEXT, { ...SELF, realm: 'q' }, NOW), 'other-site')
  t.equal(refusePassages(TEXT, { ...SELF, site: 2 }, NOW), 'other-site')
  t.equal(refusePassages(TEXT, { ...SELF, device: 'a' }, NOW), 'own')
  t.equal(refusePassages(TEXT, SELF, NOW + 12 * HOUR), 'stale')
  t.equal(refusePassages(TEXT, SELF, NOW + 12 * HOUR - 1), null)
  t.equal(refusePassages(TEXT, SELF, NOW - HOUR), 'stale', 'made in the future')
  t.equal(refusePassages(TEXT, SELF, NOW - HOUR / 12), null, 'clocks differ a little')
  t.end()
})

t.test('the signature is over everything that is said', t => {
  const changes = [{ realm: 'q' }, { site: 2 }, { device: 'c' }, { madeAt: 1 }, { passages: [] }]
  for (const change of changes) t.not(passagesToSign({ ...CONTENT, ...change }), passagesToSign(CONTENT), JSON.stringify(change))
  t.end()
})
