import t from 'tap'
import { flagsOf, type HealthDeclaration, isFeverish, type KnownFacts } from '../../../shared/work/flags.ts'
import { cleanJpeg } from '../../../shared/work/photo.ts'
import { FIRST_WORK_POLICY } from '../../../shared/work/policy.ts'

const NOW = Date.parse('2020-03-01T10:00+08:00')
const healthy: HealthDeclaration = {
  residentSince14Days: true,
  symptoms: [],
  diagnosed: false,
  closeContact: false,
  hubeiContact: false,
  leftProvince: false,
  returnedOn: null,
  temperature: 365
}
const known: KnownFacts = { sameDocument: 0, samePhone: 0, isAddressRegistered: true, doesRegisterDiffer: false }
const flags = (health: Partial<HealthDeclaration>, facts: Partial<KnownFacts> = {}): string[] =>
  flagsOf({ ...healthy, ...health }, { ...known, ...facts }, FIRST_WORK_POLICY, NOW)

t.test('nothing unusual raises no flag, and each circumstance its own', async t => {
  t.same(flags({}), [])
  for (const [health, facts, flag] of [
    [{ diagnosed: true }, {}, 'diagnosed'],
    [{ closeContact: true }, {}, 'contact'],
    [{ hubeiContact: true }, {}, 'contact'],
    [{ residentSince14Days: false }, {}, 'outside'],
    [{ leftProvince: true, returnedOn: null }, {}, 'outside'],
    [{ leftProvince: true, returnedOn: '2020-02-17' }, {}, 'outside'],
    [{ leftProvince: true, returnedOn: '2020-03-02' }, {}, 'outside'],
    [{ symptoms: ['fatigue'] }, {}, 'symptoms'],
    [{ temperature: 373 }, {}, 'temperature'],
    [{}, { sameDocument: 1 }, 'document-twice'],
    [{}, { samePhone: 3 }, 'phone-many'],
    [{}, { isAddressRegistered: false }, 'address-unknown'],
    [{}, { doesRegisterDiffer: true }, 'register-differs']
  ] as const)
    t.same(flags(health, facts), [flag], JSON.stringify([health, facts]))
  t.same(flags({ temperature: 372 }, { samePhone: 2 }), [])
  t.same(flags({ leftProvince: true, returnedOn: '2020-02-16' }), [], 'fourteen days over a leap day')
  t.same(flags({ symptoms: ['fever'], temperature: 381, diagnosed: true }), ['diagnosed', 'symptoms', 'temperature'])
})

t.test('a fever is measured or felt', async t => {
  t.equal(isFeverish({ temperature: 373, symptoms: [] }, FIRST_WORK_POLICY), true)
  t.equal(isFeverish({ temperature: 366, symptoms: ['fever'] }, FIRST_WORK_POLICY), true)
  t.equal(isFeverish({ temperature: 372, symptoms: ['dry-cough'] }, FIRST_WORK_POLICY), false)
})

const bytes = (...parts: (number | string)[]): Uint8Array =>
  new Uint8Array(parts.flatMap(part => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'hex')])))
const FRAME = 'ffc0000b080001000101011100'
const SCAN = 'ffda0008010100003f00'
const JFIF = 'ffe000104a46494600010100000100010000'
const EXIF = 'ffe100085365637265' + '74'

t.test('a photo is a JPEG by its content, and leaves its metadata behind', async t => {
  const photo = bytes('ffd8', JFIF, EXIF, 'fffe0006676f6f64', FRAME, SCAN, '12ff00ffd034', 'ffd9', 'ffd8 behind'.slice(0, 4))
  const cleaned = cleanJpeg(photo)
  t.equal(cleaned.ok, true)
  if (cleaned.ok) t.same(cleaned.value, bytes('ffd8', JFIF, FRAME, SCAN, '12ff00ffd034', 'ffd9'))
})

t.test('what is no whole JPEG is refused with its reason', async t => {
  const failure = (data: Uint8Array): unknown => {
    const cleaned = cleanJpeg(data)
    return cleaned.ok ? 'ok' : cleaned.failure
  }
  t.equal(failure(new Uint8Array(Buffer.from('%PDF-1.7 named.jpg'))), 'not-a-jpeg')
  t.equal(failure(new Uint8Array(0)), 'not-a-jpeg')
  t.equal(failure(bytes('ffd8', JFIF)), 'damaged')
  t.equal(failure(bytes('ffd8', FRAME, SCAN, '1234')), 'damaged', 'cut off')
  t.equal(failure(bytes('ffd8', SCAN, '12', 'ffd9')), 'damaged', 'no frame')
  t.equal(failure(bytes('ffd8', FRAME, 'ffd9')), 'damaged', 'no picture')
  t.equal(failure(bytes('ffd8', 'ffe0ffff00')), 'damaged', 'a length beyond the end')
  t.equal(failure(new Uint8Array(50_000_000)), 'too-large')
})
