import t from 'tap'
import { makeCitizenId, parseCitizenId } from '../../../shared/identity/citizen-id.ts'
import { type DocumentHint, documentKey, documentTail, parseDocument } from '../../../shared/identity/detect-document.ts'
import { mod11Check } from '../../../shared/identity/mod11-2.ts'
import { encodeDocumentTail } from '../../../shared/pass/document-tail.ts'
import { type Random, seededRandom } from '../../support/frames/random.ts'
import vectors from '../../vectors/identity.json' with { type: 'json' }

const today = vectors.today

type Vector = {
  raw: string
  hint?: DocumentHint
  fails?: string
  type?: string
  number?: string
  country?: string
  birthDate?: string
  sex?: string
  warnings?: string[]
  why: string
}

t.test('a document is recognised and checked, or refused with its reason', async t => {
  for (const vector of vectors.documents as Vector[]) {
    const title = `${vector.raw}: ${vector.why}`
    const parsed = parseDocument(vector.raw, today, vector.hint)
    if (vector.fails !== undefined) {
      t.same(parsed, { ok: false, failure: { code: vector.fails } }, title)
      continue
    }
    const { type, number = vector.raw, country = 'CHN', birthDate, sex, warnings = [] } = vector
    const facts = { ...(birthDate === undefined ? {} : { birthDate }), ...(sex === undefined ? {} : { sex }) }
    t.match(parsed, { ok: true, value: { document: { type, number, country, ...facts } } }, title)
    t.same(parsed.ok && parsed.value.warnings, warnings, title)
  }
})

t.test('a hint of a type refuses a number of another type', async t => {
  const code = (raw: string, hint: DocumentHint) => {
    const parsed = parseDocument(raw, today, hint)
    return parsed.ok ? parsed.value.document.type : parsed.failure.code
  }
  t.equal(code('37010119900307001X', { type: 'residence-permit' }), 'province')
  t.equal(code('810000199003070015', { type: 'citizen-id' }), 'province')
  t.equal(code('37010119900307001X', { type: 'permanent-residence' }), 'province')
  t.equal(code('37010119900307001X', { type: 'permanent-residence-2004' }), 'length')
  t.equal(code('370101900307001', { type: 'permanent-residence-2004' }), 'characters')
  t.equal(code('H12345678', { type: 'citizen-id' }), 'length')
  t.equal(code('370101900307001', { type: 'citizen-id' }), 'first-generation')
})

t.test('a birth is judged by the day that is passed in', async t => {
  const number = makeCitizenId({ division: '370102', birthDate: '2020-02-08', sequence: 7 })
  t.ok(parseCitizenId(number, { year: 2020, month: 2, day: 8 }).ok, 'born today')
  t.same(parseCitizenId(number, { year: 2020, month: 2, day: 7 }), { ok: false, failure: { code: 'future-birth' } })
  const oldest = (birthDate: string) => parseCitizenId(makeCitizenId({ division: '370102', birthDate, sequence: 7 }), today)
  t.ok(oldest('1870-01-01').ok)
  t.same(oldest('1869-12-31'), { ok: false, failure: { code: 'birth-date' } })
  const old = (day: number) => parseDocument('KOR370120020805', { year: 2020, month: 2, day })
  t.match(old(8), { value: { document: { birthDate: '2020-02-08' } } }, 'two digits of a year are the latest that has been')
  t.match(old(7), { value: { document: { birthDate: '1920-02-08' } } })
  const leap = parseDocument('KOR370100022905', { year: 2020, month: 2, day: 8 })
  t.match(leap, { value: { document: { birthDate: '2000-02-29' } } }, '2000 was a leap year')
})

t.test('a county of Jinan that never existed is told, not refused', async t => {
  const warnings = (division: string) => {
    const parsed = parseCitizenId(makeCitizenId({ division, birthDate: '1990-03-07', sequence: 1 }), today)
    return parsed.ok ? parsed.value.warnings : parsed.failure.code
  }
  t.same(warnings('370199'), ['division-unknown'])
  t.same(warnings('370181'), [], 'withdrawn is not unknown')
  t.same(warnings('420199'), [], 'nothing is known of other cities')
})

t.test('a number is not made from impossible parts', async t => {
  const parts = { division: '370102', birthDate: '1990-03-07', sequence: 1 }
  t.throws(() => makeCitizenId({ ...parts, division: '3701' }), RangeError)
  for (const birthDate of ['1999-02-29', '19900307', '1990-13-01', '1990-03-00'])
    t.throws(() => makeCitizenId({ ...parts, birthDate }), RangeError, birthDate)
  for (const sequence of [-1, 1000, 1.5]) t.throws(() => makeCitizenId({ ...parts, sequence }), RangeError, String(sequence))
})

t.test('a document is unique by type, country and number', async t => {
  const key = (hint?: DocumentHint) => {
    const parsed = parseDocument('m12345678', today, hint)
    return parsed.ok ? documentKey(parsed.value.document) : null
  }
  t.equal(key(), 'hk-macao-permit|CHN|M12345678')
  t.equal(key({ type: 'passport', country: 'KOR' }), 'passport|KOR|M12345678')
  t.equal(key({ type: 'passport', country: 'JPN' }), 'passport|JPN|M12345678')
})

t.test('the tail is what a pass can carry', async t => {
  for (const { number, tail } of vectors.tails) {
    t.equal(documentTail({ type: 'passport', country: 'KOR', number }), tail, number)
    t.doesNotThrow(() => encodeDocumentTail(tail), number)
  }
})

const PREFIXES = ['370102', '110105', '420106', '650102', '810000', '820000', '830000', '932682', '937410']

function randomNumber(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const birth = `${1900 + random.below(120)}${two(1 + random.below(12))}${two(1 + random.below(28))}`
  const body = `${PREFIXES[random.below(PREFIXES.length)]}${birth}${String(random.below(1000)).padStart(3, '0')}`
  return body + mod11Check(body)
}

t.test('every valid number passes; no single slip and no swap of neighbours does', async t => {
  const random = seededRandom(11643)
  const refused: string[] = []
  const missed: string[] = []
  for (let i = 0; i < 300; i++) {
    const number = randomNumber(random)
    if (!parseDocument(number, today).ok) refused.push(number)
    for (const slip of slipsOf(number)) if (parseDocument(slip, today).ok) missed.push(`${number} as ${slip}`)
  }
  t.same(refused, [])
  t.same(missed, [])
})

function* slipsOf(number: string): Generator<string> {
  for (let at = 0; at < number.length; at++) {
    const own = number.charAt(at)
    for (const other of '0123456789X') if (other !== own) yield number.slice(0, at) + other + number.slice(at + 1)
    const next = number.charAt(at + 1)
    if (next !== '' && next !== own) yield number.slice(0, at) + next + own + number.slice(at + 2)
  }
}
