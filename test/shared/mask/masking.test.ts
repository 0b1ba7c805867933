import t from 'tap'
import { maskDocument } from '../../../shared/mask/document.ts'
import { maskName, parseName } from '../../../shared/mask/name.ts'
import { maskPhone } from '../../../shared/mask/phone.ts'
import { encodeLabel } from '../../../shared/pass/label.ts'
import { seededRandom } from '../../support/frames/random.ts'
import vectors from '../../vectors/masking.json' with { type: 'json' }
import { hostileText } from '../identity/random-text.ts'

t.test('a name shows what a volunteer may see of it', async t => {
  for (const { name, masked, maxBytes } of vectors.names as { name: string; masked: string; maxBytes?: number }[])
    t.equal(maskName(name, maxBytes === undefined ? {} : { maxBytes }), masked, JSON.stringify(name))
})

t.test('a name is taken as typed, without what cannot be seen', async t => {
  for (const { raw, name, fails } of vectors.parsedNames as { raw: string; name?: string; fails?: string }[])
    t.same(parseName(raw), fails === undefined ? { ok: true, value: name } : { ok: false, failure: fails }, JSON.stringify(raw))
})

t.test('a name has at most 60 code points', async t => {
  t.ok(parseName('𠮷'.repeat(60)).ok)
  t.same(parseName('𠮷'.repeat(61)), { ok: false, failure: 'too-long' })
  t.same(parseName(' '.repeat(241)), { ok: false, failure: 'too-long' }, 'and is not even read when it is far longer')
})

t.test('document and phone numbers show their ends only, short ones less', async t => {
  for (const { number, masked } of vectors.documents) t.equal(maskDocument(number), masked, number)
  for (const { number, masked } of vectors.phones) t.equal(maskPhone(number), masked, number)
})

t.test('whatever the name, its mask fits on a pass and within its bytes', async t => {
  const random = seededRandom(20200208)
  const bad: string[] = []
  for (let i = 0; i < 20_000; i++) {
    const text = hostileText(random)
    const maxBytes = 1 + random.below(40)
    const masked = maskName(text, { maxBytes })
    const size = new TextEncoder().encode(masked).length
    if (!encodeLabel(maskName(text)).ok || masked === '' || size > maxBytes || masked !== masked.normalize('NFC')) bad.push(text)
    const parsed = parseName(text)
    if (parsed.ok && parsed.value.normalize('NFC') !== parsed.value) bad.push(text)
  }
  t.same(
    bad.map(text => JSON.stringify(text)),
    []
  )
})
