import { parsePhoneNumberFromString } from 'libphonenumber-js'
import t from 'tap'
import { creditCodeCheck, parseCreditCode } from '../../../shared/identity/credit-code.ts'
import { type DocumentHint, parseDocument } from '../../../shared/identity/detect-document.ts'
import { PROVINCES, parseDivision } from '../../../shared/identity/division.ts'
import { JINAN_DIVISIONS } from '../../../shared/identity/jinan-divisions.ts'
import { parsePhone } from '../../../shared/identity/phone.ts'
import { parseOtherPlate, parsePlate } from '../../../shared/identity/plate.ts'
import { encodeLabel } from '../../../shared/pass/label.ts'
import { seededRandom } from '../../support/frames/random.ts'
import vectors from '../../vectors/identity.json' with { type: 'json' }
import { hostileText } from './random-text.ts'

const foreign = (text: string): string | null => {
  const parsed = parsePhoneNumberFromString(text)
  return parsed?.isValid() ? parsed.number : null
}

t.test('a credit code is checked by its standard', async t => {
  for (const { raw, code = raw, fails } of vectors.creditCodes as { raw: string; code?: string; fails?: string }[])
    t.match(parseCreditCode(raw), fails === undefined ? { ok: true, value: { code } } : { ok: false, failure: fails }, raw)
  t.match(parseCreditCode('55370176MJE0000139'), { value: { division: '370176' } })
})

t.test('an inner check or a department that is wrong is told, not refused', async t => {
  const warnings = (body: string) => {
    const parsed = parseCreditCode(body + creditCodeCheck(body))
    return parsed.ok ? parsed.value.warnings : parsed.failure
  }
  t.same(warnings('91350100M000100Y4'), [])
  t.same(warnings('91350100M000100Y5'), ['organisation-check'])
  t.same(warnings('B1350100M000100Y4'), ['department-unknown'])
})

t.test('every credit code with its check passes, 0 among them; no single slip and no swap of neighbours does', async t => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const random = seededRandom(32100)
  const pick = (from: string): string => from.charAt(random.below(from.length))
  const wrong: string[] = []
  const checks = new Set<string>()
  for (let i = 0; i < 1000; i++) {
    const body = `91370100${Array.from({ length: 9 }, () => pick(alphabet)).join('')}`
    const check = creditCodeCheck(body)
    checks.add(check)
    const code = body + check
    if (!parseCreditCode(code).ok) wrong.push(code)
    if (i >= 60) continue
    for (let at = 0; at < 18; at++) {
      const [own, next] = [code.charAt(at), code.charAt(at + 1)]
      for (const other of alphabet)
        if (other !== own && parseCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok)
          wrong.push(`${code} ${at} ${other}`)
      if (next !== '' && next !== own && parseCreditCode(code.slice(0, at) + next + own + code.slice(at + 2)).ok)
        wrong.push(`${code} swapped at ${at}`)
    }
  }
  t.same(wrong, [])
  t.equal(checks.size, 31, 'each check character was met')
})

t.test('a plate has the kind of its form', async t => {
  for (const { raw, plate = raw, kind } of vectors.plates as { raw: string; plate?: string; kind?: string }[])
    t.same(
      parsePlate(raw),
      kind === undefined ? { ok: false, failure: 'unknown-format' } : { ok: true, value: { plate, kind } },
      raw
    )
  t.same(parsePlate(' · '), { ok: false, failure: 'empty' })
})

t.test('a vehicle without such a plate is never blocked, if its text fits on a pass', async t => {
  t.same(parseOtherPlate(' 临 鲁a 0012 '), { ok: true, value: { plate: '临 鲁A 0012', kind: 'other' } })
  t.same(parseOtherPlate('  '), { ok: false, failure: 'empty' })
  t.same(parseOtherPlate('电\u202e动车'), { ok: false, failure: 'characters' })
  t.ok(parseOtherPlate('车'.repeat(13)).ok)
  t.same(parseOtherPlate('车'.repeat(14)), { ok: false, failure: 'too-long' })
})

t.test('a phone number is Chinese by rule, foreign by its validator', async t => {
  for (const { raw, kind, number, fails } of vectors.phones as { raw: string; kind?: string; number?: string; fails?: string }[])
    t.same(
      parsePhone(raw, foreign),
      fails === undefined ? { ok: true, value: { kind, number } } : { ok: false, failure: fails },
      raw
    )
  t.same(
    parsePhone('+82 10 2345 6789', () => '010-2345'),
    { ok: false, failure: 'unknown-number' },
    'an answer that is no E.164'
  )
})

t.test('a division is six or twelve digits of a province', async t => {
  for (const { raw, code = raw, fails, ...facts } of vectors.divisions as { raw: string; code?: string; fails?: string }[])
    t.same(parseDivision(raw), fails === undefined ? { ok: true, value: { code, ...facts } } : { ok: false, failure: fails }, raw)
  t.equal(PROVINCES.size, 31)
  const codes = JINAN_DIVISIONS.map(({ code }) => code)
  t.equal(new Set(codes).size, codes.length, 'each code stands once')
  for (const { code, successor } of JINAN_DIVISIONS)
    if (successor !== undefined) t.ok(codes.includes(successor), `${code} has a successor in the table`)
})

t.test('no text makes a parser throw, and what is accepted is clean', async t => {
  const random = seededRandom(20200208)
  const hints: (DocumentHint | undefined)[] = [
    undefined,
    { type: 'citizen-id' },
    { type: 'residence-permit' },
    { type: 'permanent-residence' },
    { type: 'permanent-residence-2004' },
    { type: 'hk-macao-permit' },
    { type: 'taiwan-permit' },
    { type: 'passport', country: 'KOR' }
  ]
  const unclean: string[] = []
  for (let i = 0; i < 20_000; i++) {
    const text = hostileText(random)
    for (const hint of hints) {
      const parsed = parseDocument(text, vectors.today, hint)
      if (parsed.ok && !/^[A-Z\d]{5,20}$/.test(parsed.value.document.number)) unclean.push(text)
    }
    for (const plate of [parsePlate(text), parseOtherPlate(text)])
      if (plate.ok && !encodeLabel(plate.value.plate).ok) unclean.push(text)
    const phone = parsePhone(text, foreign)
    if (phone.ok && !/^\+?[\d-]+$/.test(phone.value.number)) unclean.push(text)
    parseDocument('37010119900307001X', vectors.today, { type: 'passport', country: text })
    parseCreditCode(text)
    parseDivision(text)
  }
  t.same(
    unclean.map(text => JSON.stringify(text)),
    []
  )
})
